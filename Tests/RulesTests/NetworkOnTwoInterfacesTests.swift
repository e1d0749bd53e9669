import Testing

@testable import Rules

struct NetworkOnTwoInterfacesTests {
  private func host(_ rc: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces="bridge0 lo1 gif0"
    \(rc)

    """
  }

  @Test func `finds a network on two interfaces, once for each network`() {
    expectFindings(
      of: NetworkOnTwoInterfaces.self,
      in: host(
        """
        ifconfig_em0="inet ‹192.0.2.10›/24"
        ifconfig_em0_ipv6="inet6 ‹2001:db8:0:1::10›/64"
        ifconfig_em1="inet «192.0.2.11» netmask 255.255.255.0"
        ifconfig_em1_alias0="inet 192.0.2.12/24"
        ifconfig_bridge0_ipv6="inet6 «2001:db8:0:1::1»/64"
        """),
      [
        "warning: 192.0.2.0/24 is on em0 and on em1",
        "warning: 2001:db8:0:1::/64 is on em0 and on bridge0",
      ])
  }

  @Test(arguments: [
    // other networks, and parts of one: the longer route counts
    "ifconfig_em1=\"inet 198.51.100.1/24\"", "ifconfig_em1=\"inet 192.0.2.129/25\"",
    // no route to the network
    "ifconfig_em1=\"inet 192.0.2.11/32\"", "ifconfig_lo1=\"inet 192.0.2.11/24\"",
    "ifconfig_gif0=\"inet 192.0.2.11/24 192.0.2.12\"",
    "ifconfig_em1=\"inet 192.0.2.11/24 vhid 1\"", "ifconfig_em1=\"fib 1 inet 192.0.2.11/24\"",
    "ifconfig_em1_ipv6=\"inet6 ffff::1/64\"\nifconfig_em0_ipv6=\"inet6 ffff::2/64\"",
    "ifconfig_em1_ipv6=\"inet6 fe80::1/64\"\nifconfig_em0_ipv6=\"inet6 fe80::2/64\"",
    // one interface, one bridge, one address: other findings
    "ifconfig_em0_alias0=\"inet 192.0.2.11/24\"",
    "ifconfig_bridge0=\"inet 192.0.2.11/24 addm em0\"", "ifconfig_em1=\"inet 192.0.2.10/24\"",
  ])
  func `is silent about others`(_ rc: String) {
    expectSilence(
      of: NetworkOnTwoInterfaces.self, in: host("ifconfig_em0=\"inet 192.0.2.10/24\"\n" + rc))
  }

  @Test func `offers to split a network of IPv6 where the addresses allow it`() {
    let rc = """
      ifconfig_em0_ipv6="inet6 2001:db8:0:1::10 prefixlen 64"
      ifconfig_bridge0_ipv6="inet6 2001:db8:0:1:8000::1/64"
      """
    expectWays(
      of: NetworkOnTwoInterfaces.self, in: host(rc),
      """
      review: split the network: /65 on em0 and on bridge0
      - ifconfig_em0_ipv6="inet6 2001:db8:0:1::10 prefixlen 64"
      - ifconfig_bridge0_ipv6="inet6 2001:db8:0:1:8000::1/64"
      + ifconfig_em0_ipv6="inet6 2001:db8:0:1::10 prefixlen 65"
      + ifconfig_bridge0_ipv6="inet6 2001:db8:0:1:8000::1/65"
      """)
    expectWays(
      of: NetworkOnTwoInterfaces.self,
      in: host(rc + "\nifconfig_em0_alias0=\"inet6 2001:db8:0:1::11/64\""), "")
  }
}
