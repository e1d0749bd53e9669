import Testing

@testable import Rules

struct RangeOutsideAliasTests {
  @Test(arguments: [
    ("ifconfig_em0=\"inet «192.0.2.10-12»/24\"", "192.0.2.10-12"),
    ("ifconfig_em0_ipv6=\"inet6 «2001:db8::1-3» prefixlen 64\"", "2001:db8::1-3"),
  ])
  func `finds a range that nothing expands`(_ rc: String, _ range: String) {
    expectFindings(
      of: RangeOutsideAlias.self, in: rc,
      ["error: \(range) is a range, and only aliases may have one"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0=\"inet 192.0.2.10-12/24\"", "ipv4_addrs_em0=\"192.0.2.10-12/24\"",
    "ifconfig_em0_aliases=\"inet6 2001:db8::1-3/64\"", "ifconfig_em0=\"inet 192.0.2.10/24 -lro\"",
  ])
  func `is silent where a range is expanded`(_ rc: String) {
    expectSilence(of: RangeOutsideAlias.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RangeOutsideAlias.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10-12/24"
        """,
      """
      safe: keep 192.0.2.10/24 in ifconfig_em0, and move the others to ifconfig_em0_alias0
      - ifconfig_em0="inet 192.0.2.10-12/24"
      + ifconfig_em0="inet 192.0.2.10/24"
      + ifconfig_em0_alias0="inet 192.0.2.11-12/32"
      """)
    expectWays(
      of: RangeOutsideAlias.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1e-20/64"
        """,
      """
      safe: keep 2001:db8::1e/64 in ifconfig_em0_ipv6, and move the others to ifconfig_em0_alias0
      - ifconfig_em0_ipv6="inet6 2001:db8::1e-20/64"
      + ifconfig_em0_ipv6="inet6 2001:db8::1e/64"
      + ifconfig_em0_alias0="inet6 2001:db8::1f-20/64"
      """)
  }
}
