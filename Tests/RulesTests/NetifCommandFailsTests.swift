import Testing

@testable import Rules

struct NetifCommandFailsTests {
  @Test func `shows what is printed`() {
    expectFindings(
      of: NetifCommandFails.self, in: "ifconfig_em0=«\"inet 192.0.2.10/24 ups\"»",
      ["error: the settings of em0 are refused: ifconfig: ups: bad value"])
  }

  @Test func `is silent when another rule knows the reason`() {
    expectFindings(
      of: [NetifCommandFails.self, IfconfigWordUnknown.self],
      in: "ifconfig_em0=\"inet 192.0.2.10/24 «ups»\"",
      ["error: ups in the setting of em0 is no word of ifconfig(8)"])
  }

  @Test(arguments: ["ifconfig_em0=\"inet 192.0.2.10/24 up\"", "ifconfig_em0=DHCP", ""])
  func `is silent about commands that succeed`(_ rc: String) {
    expectSilence(of: NetifCommandFails.self, in: rc)
  }
}
