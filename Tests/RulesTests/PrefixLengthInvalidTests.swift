import Testing

@testable import Rules

struct PrefixLengthInvalidTests {
  private func host(_ address: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(address); }
    """
  }

  @Test(arguments: [
    ("ip4.addr = \"em0|«192.0.2.31»/33\"", "192.0.2.31/33"),
    ("ip4.addr = \"em0|«192.0.2.31»/24x\"", "192.0.2.31/24x"),
    ("ip4.addr = \"em0|«192.0.2.31»/\"", "192.0.2.31/"),
    ("ip6.addr = \"em0|«2001:db8::1»/129\"", "2001:db8::1/129"),
    ("ip6.addr = \"em0|«2001:db8::1»/0\"", "2001:db8::1/0"),
  ])
  func `finds a length that is refused`(_ address: String, _ words: String) {
    expectFindings(
      of: PrefixLengthInvalid.self, in: host(address),
      ["error: jail a: ifconfig(8) refuses \"\(words)\""])
  }

  @Test(arguments: [
    ("inet «192.0.2.20/33»", "192.0.2.20/33"), ("inet6 2001:db8::3/«129»", "2001:db8::3/129"),
    ("inet 192.0.2.20 netmask «255.255.255.256»", "192.0.2.20 netmask 255.255.255.256"),
    ("inet6 «2001:db8::3/0»", "2001:db8::3/0"),
    ("inet6 «2001:db8::3» prefixlen", "2001:db8::3 prefixlen"),
  ])
  func `finds a length of the host that is refused`(_ alias: String, _ words: String) {
    expectFindings(
      of: PrefixLengthInvalid.self,
      in: "ifconfig_em0_ipv6=\"inet6 auto_linklocal\"\nifconfig_em0_alias0=\"\(alias)\"",
      ["error: em0: ifconfig(8) refuses \"\(words)\""])
  }

  @Test(arguments: [
    "ip4.addr = \"em0|192.0.2.31/32\"", "ip6.addr = \"em0|2001:db8::1/128\"",
    "ip4.addr = \"em0|192.0.2.31\"", "ip4.addr = \"192.0.2.31\"",
    "ip4.addr = \"em9|192.0.2.31/24\"",
  ])
  func `is silent about lengths that are taken`(_ address: String) {
    expectSilence(of: PrefixLengthInvalid.self, in: "== hardware: em0\n" + host(address))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: PrefixLengthInvalid.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31/33";
          persist;
        }
        """,
      """
      review: remove the length behind 192.0.2.31
      -   ip4.addr = "em0|192.0.2.31/33";
      +   ip4.addr = "em0|192.0.2.31";
      """)
  }
}
