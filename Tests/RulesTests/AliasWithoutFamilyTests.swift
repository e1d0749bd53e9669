import Testing

@testable import Rules

struct AliasWithoutFamilyTests {
  private func host(_ alias: String) -> String {
    """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias3=\(alias)
    """
  }

  @Test(arguments: [
    ("2001:db8::3/64", "inet6"), ("2001:db8::3 prefixlen 64", "inet6"),
    ("INET6 2001:db8::3", "inet6"), ("INET 192.0.2.20/32", "inet"),
  ])
  func `is an error when the address is not set`(_ alias: String, _ family: String) {
    expectFindings(
      of: AliasWithoutFamily.self, in: host("«\"\(alias)\"»"),
      ["error: ifconfig_em0_alias3 does not begin with \"\(family) \""])
  }

  @Test(arguments: [("192.0.2.20/32", "inet"), (" inet 192.0.2.20/32", "inet")])
  func `is a warning when the address comes up`(_ alias: String, _ family: String) {
    expectFindings(
      of: AliasWithoutFamily.self, in: host("«\"\(alias)\"»"),
      ["warning: ifconfig_em0_alias3 does not begin with \"\(family) \""])
  }

  @Test func `warns of an alias that is dropped without a word`() {
    expectFindings(
      of: AliasWithoutFamily.self, in: host("«\" inet6 2001:db8::3/64\"»"),
      ["warning: ifconfig_em0_alias3 does not begin with \"inet6 \""])
  }

  @Test(arguments: [
    "\"inet 192.0.2.20/32\"", "\"inet6 2001:db8::3/64\"", "\"ether 02:00:00:00:00:01\"", "\"\"",
    "\"inet\t192.0.2.20/32\"",  // a tab is enough from 14 on
    "\"192.0.2.20/33\"",  // the length fails, not the family
  ])
  func `is silent about families`(_ alias: String) {
    expectSilence(of: AliasWithoutFamily.self, in: host(alias))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AliasWithoutFamily.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em0_alias0="2001:db8::3 prefixlen 64"
        """,
      """
      safe: begin ifconfig_em0_alias0 with "inet6 "
      - ifconfig_em0_alias0="2001:db8::3 prefixlen 64"
      + ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      """)
    expectWays(
      of: AliasWithoutFamily.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="INET 192.0.2.20/32"
        """,
      """
      safe: begin ifconfig_em0_alias0 with "inet "
      - ifconfig_em0_alias0="INET 192.0.2.20/32"
      + ifconfig_em0_alias0="inet 192.0.2.20/32"
      """)
  }
}
