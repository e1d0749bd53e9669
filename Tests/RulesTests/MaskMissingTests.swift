import Testing

@testable import Rules

struct MaskMissingTests {
  private func host(_ release: String, _ rc: String) -> String {
    "== release: \(release)\n== /etc/rc.conf\n" + rc
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet «192.0.2.10»\"", "ifconfig_em0_alias0=\"inet «192.0.2.10»\"",
  ])
  func `is an error from 15 on`(_ rc: String) {
    expectFindings(
      of: MaskMissing.self, in: host("15.0", rc), ["error: 192.0.2.10 on em0 has no mask"])
  }

  @Test(arguments: ["14.3", "13.2"])
  func `warns on older releases`(_ release: String) {
    expectFindings(
      of: MaskMissing.self, in: host(release, "ifconfig_em0=\"inet «192.0.2.10» up\""),
      ["warning: 192.0.2.10 on em0 has no mask"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24\"", "ifconfig_em0=\"inet 192.0.2.10 netmask 0xffffff00\"",
    "ifconfig_em0_alias0=\"inet 192.0.2.10-12\"",  // a range without a length is of /32
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1\"",
    "jail_enable=YES\n== /etc/jail.conf\na { persist; path = /a; ip4.addr = \"em0|192.0.2.31\"; }",
  ])
  func `is silent where a length is`(_ rc: String) {
    expectSilence(of: MaskMissing.self, in: host("15.0", rc))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: MaskMissing.self,
      in: """
        == release: 15.0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10"
        """,
      """
      manual: write the length of its network behind 192.0.2.10
      """)
    expectWays(
      of: MaskMissing.self,
      in: """
        == release: 15.0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11"
        """,
      """
      review: write /32 behind 192.0.2.11
      - ifconfig_em0_alias0="inet 192.0.2.11"
      + ifconfig_em0_alias0="inet 192.0.2.11/32"
      review: write /24 behind 192.0.2.11
      - ifconfig_em0_alias0="inet 192.0.2.11"
      + ifconfig_em0_alias0="inet 192.0.2.11/24"
      """)
  }
}
