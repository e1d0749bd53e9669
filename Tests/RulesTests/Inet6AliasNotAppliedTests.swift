import Testing

@testable import Rules

struct Inet6AliasNotAppliedTests {
  private func host(_ rc: String, _ jail: String = "") -> String {
    """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet6 «2001:db8::3» prefixlen 64"
    jail_enable="YES"
    \(rc)
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test(arguments: [
    "", "ipv6_activate_all_interfaces=YES", "ifconfig_em0_ipv6=\"\"",
    "ipv6_network_interfaces=\"lo0\"\nifconfig_em0_ipv6=\"inet6 auto_linklocal\"",
  ])
  func `finds an alias that is skipped`(_ rc: String) {
    expectFindings(
      of: Inet6AliasNotApplied.self, in: host(rc),
      ["warning: 2001:db8::3/64 is never put on em0: IPv6 is not configured there"])
  }

  @Test func `names the jail that is without it`() {
    expectFindings(
      of: Inet6AliasNotApplied.self, in: host("", "a { ip6.addr = \"‹2001:db8::3›\"; }"),
      ["warning: 2001:db8::3/64 is never put on em0: IPv6 is not configured there"])
  }

  @Test(arguments: [
    "ifconfig_em0_ipv6=\"inet6 auto_linklocal\"", "ifconfig_em0_ipv6=\"inet6 accept_rtadv\"",
    "ifconfig_DEFAULT=\"up\"", "ifconfig_em0_alias0=\"inet 192.0.2.20/32\"",
    "ifconfig_em0_alias0=\"\"",
  ])
  func `is silent where aliases are applied`(_ rc: String) {
    expectSilence(of: Inet6AliasNotApplied.self, in: host(rc).filter { !"«»".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: Inet6AliasNotApplied.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        """,
      """
      review: set ifconfig_em0_ipv6 to "inet6 auto_linklocal"
      + ifconfig_em0_ipv6="inet6 auto_linklocal"
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      """)
    expectWays(
      of: Inet6AliasNotApplied.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ipv6_network_interfaces="none"
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        """,
      """
      review: add em0 to ipv6_network_interfaces
      - ipv6_network_interfaces="none"
      + ifconfig_em0_ipv6="inet6 auto_linklocal"
      + ipv6_network_interfaces="em0"
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      """)
  }
}
