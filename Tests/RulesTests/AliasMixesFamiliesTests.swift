import Testing

@testable import Rules

struct AliasMixesFamiliesTests {
  @Test(arguments: [
    ("inet 192.0.2.20/32 «inet6 2001:db8::20»/64", "inet", "inet6 2001:db8::20/64"),
    ("inet6 2001:db8::20/64 «inet 192.0.2.20/32»", "inet6", "inet 192.0.2.20/32"),
  ])
  func `names what is dropped`(_ alias: String, _ family: String, _ lost: String) {
    expectFindings(
      of: AliasMixesFamilies.self,
      in: "ifconfig_em0_alias0=\"\(alias.filter { $0 != "»" })»\"".replacing(
        "32»\"", with: "32»\""),
      ["warning: ifconfig_em0_alias0 is for \(family), and \(lost) in it is dropped"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0=\"inet 192.0.2.20/32\"",
    "ifconfig_em0_alias0=\"inet 192.0.2.20/32 inet 192.0.2.21/32\"",
    "ifconfig_em0_aliases=\"inet 192.0.2.20/32 inet6 2001:db8::20/64\"",
    "ifconfig_em0_alias0=\"ether 02:00:00:00:00:01\"",
  ])
  func `is silent about one family and about lists`(_ rc: String) {
    expectSilence(of: AliasMixesFamilies.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AliasMixesFamilies.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em0_alias0="inet 192.0.2.20/32 inet6 2001:db8::20/64"
        """,
      """
      safe: move inet6 2001:db8::20/64 to ifconfig_em0_alias1
      - ifconfig_em0_alias0="inet 192.0.2.20/32 inet6 2001:db8::20/64"
      + ifconfig_em0_alias0="inet 192.0.2.20/32"
      + ifconfig_em0_alias1="inet6 2001:db8::20/64"
      """)
  }
}
