import Testing

@testable import Rules

struct Inet6KeywordMissingTests {
  @Test(arguments: ["2001:db8::1/64", "fe80::1 prefixlen 64", "::1"])
  func `finds a bare address`(_ value: String) {
    expectFindings(
      of: Inet6KeywordMissing.self, in: "ifconfig_em0_ipv6=«\"\(value)\"»",
      ["warning: ifconfig_em0_ipv6 does not begin with \"inet6 \""])
  }

  @Test(arguments: ["inet6 2001:db8::1/64", "inet6 accept_rtadv", "up", ""])
  func `is silent about keywords`(_ value: String) {
    expectSilence(of: Inet6KeywordMissing.self, in: "ifconfig_em0_ipv6=\"\(value)\"")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: Inet6KeywordMissing.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="2001:db8::1 prefixlen 64"
        """,
      """
      safe: begin ifconfig_em0_ipv6 with "inet6 "
      - ifconfig_em0_ipv6="2001:db8::1 prefixlen 64"
      + ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      """)
  }
}
