import Testing

@testable import Rules

struct HexadecimalRangeTests {
  @Test func `counts what the range is`() {
    expectFindings(
      of: HexadecimalRange.self, in: "ifconfig_em0_alias0=\"inet6 «2001:db8::10-20/64»\"",
      ["info: 2001:db8::10-20/64 is hexadecimal: 17 addresses"])
  }

  @Test(arguments: [
    "inet6 2001:db8::1-9/64", "inet6 2001:db8::10-1f/64", "inet6 2001:db8::10-19/64",
    "inet 192.0.2.10-20/32",
  ])
  func `is silent where decimal is the same, or letters tell`(_ alias: String) {
    expectSilence(of: HexadecimalRange.self, in: "ifconfig_em0_alias0=\"\(alias)\"")
  }
}
