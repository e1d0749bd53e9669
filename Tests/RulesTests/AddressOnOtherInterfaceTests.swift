import Testing

@testable import Rules

struct AddressOnOtherInterfaceTests {
  private func host(_ rc: String, _ jail: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces=lo1
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test func `names both interfaces of a jail's address`() {
    expectFindings(
      of: AddressOnOtherInterface.self,
      in: host(
        "ifconfig_em0_alias0=\"inet6 ‹2001:db8::3› prefixlen 64\"",
        "a { ip6.addr = \"«lo1|2001:db8::3»\"; }"),
      ["error: jail a puts 2001:db8::3 on lo1, and the host has it on em0"])
  }

  @Test func `names another jail that has it`() {
    expectFindings(
      of: AddressOnOtherInterface.self,
      in: host(
        "", "a { ip6.addr = \"‹em0|2001:db8::9›\"; } b { ip6.addr = \"«lo1|2001:db8::9»\"; }"),
      ["error: jail b puts 2001:db8::9 on lo1, and jail a has it on em0"])
  }

  @Test func `finds two settings of the host`() {
    expectFindings(
      of: AddressOnOtherInterface.self,
      in: host("ifconfig_em1_ipv6=\"inet6 «2001:db8::1» prefixlen 64\"", ""),
      ["error: rc.conf(5) puts 2001:db8::1 on em1, which has it on em0 already"])
  }

  @Test(arguments: [
    "a { ip6.addr = \"2001:db8::1\"; }", "a { ip6.addr = \"lo1|2001:db8::9\"; }",
    "a { ip6.addr = \"em0|2001:db8::1/64\"; }", "a { ip6.addr = \"em0|2001:db8::1\"; }",
  ])
  func `is silent where the interface is one`(_ jail: String) {
    expectSilence(of: AddressOnOtherInterface.self, in: host("", jail))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressOnOtherInterface.self,
      in: """
        == /etc/rc.conf
        cloned_interfaces="lo1"
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip6.addr = "lo1|2001:db8::3";
          persist;
        }
        """,
      """
      safe: drop lo1| so that jail www uses the host's 2001:db8::3
      -   ip6.addr = "lo1|2001:db8::3";
      +   ip6.addr = "2001:db8::3";
      review: name em0 and /128 on the side of jail www
      -   ip6.addr = "lo1|2001:db8::3";
      +   ip6.addr = "em0|2001:db8::3/128";
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"
      """)
    expectWays(
      of: AddressOnOtherInterface.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em1_ipv6="inet6 2001:db8::1 prefixlen 64"
        """,
      """
      review: remove ifconfig_em1_ipv6
      - ifconfig_em1_ipv6="inet6 2001:db8::1 prefixlen 64"
      """)
  }
}
