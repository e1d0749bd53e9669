import Testing

@testable import Rules

struct JailStartFailsTests {
  private func host(_ jail: String) -> String {
    "jail_enable=YES\n== /etc/jail.conf\na { path = /jails/a; persist; \(jail) }"
  }

  @Test func `shows what is printed`() {
    expectFindings(
      of: JailStartFails.self,
      in: host("allow.raw_sockets = \"«YES»\";".replacing("\"«YES»\"", with: "«\"YES\"»")),
      ["error: jail a does not start: allow.raw_sockets: unknown boolean value \"YES\""])
  }

  @Test func `is silent when another rule knows the reason`() throws {
    let host = host("allow.raw_sockets = \"YES\";")
    expectFindings(
      of: [JailStartFails.self, ParameterValueInvalid.self], in: host,
      ["error: jail a: allow.raw_sockets can't be \"YES\""])
  }

  @Test(arguments: ["", "allow.raw_sockets;", "ip4.addr = 192.0.2.31;"])
  func `is silent about jails that start`(_ jail: String) {
    expectSilence(of: JailStartFails.self, in: host(jail))
  }
}
