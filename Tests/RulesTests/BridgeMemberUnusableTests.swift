import Testing

@testable import Rules

struct BridgeMemberUnusableTests {
  private func host(_ setting: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces="bridge0 tap0"
    ifconfig_em0="up"
    ifconfig_bridge0="\(setting)"
    """
  }

  @Test func `names the member that is not there`() {
    expectFindings(
      of: BridgeMemberUnusable.self, in: host("inet 192.0.2.10/24 addm «em7» up"),
      ["error: bridge0 is to have em7 as a member, which is not there"])
  }

  @Test func `names the member that another bridge has`() {
    expectFindings(
      of: BridgeMemberUnusable.self,
      in: host("addm em0").replacing("bridge0 tap0", with: "bridge0 bridge1")
        + "\nifconfig_bridge1=\"addm «em0»\"",
      ["error: bridge1 is to have em0 as a member, which is in a bridge already"])
  }

  @Test(arguments: ["addm em0 addm tap0 up", "inet 192.0.2.10/24 addm em1", "up"])
  func `is silent about members that are there`(_ setting: String) {
    expectSilence(of: BridgeMemberUnusable.self, in: host(setting))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: BridgeMemberUnusable.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        cloned_interfaces="bridge0"
        ifconfig_bridge0="inet 192.0.2.10/24 addm em7 up"
        """,
      """
      review: remove addm em7 from ifconfig_bridge0
      - ifconfig_bridge0="inet 192.0.2.10/24 addm em7 up"
      + ifconfig_bridge0="inet 192.0.2.10/24 up"
      """)
  }
}
