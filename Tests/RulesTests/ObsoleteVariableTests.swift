import Testing

@testable import Rules

struct ObsoleteVariableTests {
  @Test(arguments: [
    ("ipv6_ifconfig_em0=«\"2001:db8::1/64\"»", "ipv6_ifconfig_em0"),
    ("ipv6_ifconfig_em0_alias0=«\"2001:db8::2/64\"»", "ipv6_ifconfig_em0_alias0"),
    ("ipv6_enable=«YES»", "ipv6_enable"),
  ])
  func `names old variables`(_ rc: String, _ name: String) {
    expectFindings(
      of: ObsoleteVariable.self, in: rc, ["info: \(name) is a name of old releases"])
  }

  @Test(arguments: [
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"", "ipv6_prefix_em0=\"2001:db8::\"",
    "ipv6_activate_all_interfaces=YES", "ipv6_enable=\"\"", "ipv4_addrs_em0=\"192.0.2.1/24\"",
  ])
  func `is silent about the names of today`(_ rc: String) {
    expectSilence(of: ObsoleteVariable.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ObsoleteVariable.self,
      in: """
        == /etc/rc.conf
        ipv6_ifconfig_em0="2001:db8::1 prefixlen 64"
        """,
      """
      safe: rename ipv6_ifconfig_em0 to ifconfig_em0_ipv6
      - ipv6_ifconfig_em0="2001:db8::1 prefixlen 64"
      + ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      """)
    expectWays(
      of: ObsoleteVariable.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1/64"
        ifconfig_em0_alias0="inet6 2001:db8::2/64"
        ipv6_ifconfig_em0_alias0="2001:db8::3 prefixlen 64"
        """,
      """
      safe: rename ipv6_ifconfig_em0_alias0 to ifconfig_em0_alias1
      - ipv6_ifconfig_em0_alias0="2001:db8::3 prefixlen 64"
      + ifconfig_em0_alias1="inet6 2001:db8::3 prefixlen 64"
      """)
  }
}
