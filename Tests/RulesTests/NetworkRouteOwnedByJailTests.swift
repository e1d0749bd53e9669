import Testing

@testable import Rules

struct NetworkRouteOwnedByJailTests {
  private func host(_ jails: String) -> String {
    """
    cloned_interfaces=lo1
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 auto_linklocal"
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test(arguments: [
    ("ip4.addr = \"«em0|198.51.100.31/24»\";", "198.51.100.0/24"),
    ("ip6.addr = \"«em0|2001:db8::31/64»\";", "2001:db8::/64"),
  ])
  func `names the network that goes with the jail`(_ setting: String, _ network: String) {
    expectFindings(
      of: NetworkRouteOwnedByJail.self, in: host("a { \(setting) }"),
      ["warning: jail a brings the only address of \(network) on em0"])
  }

  @Test(arguments: [
    "a { ip4.addr = \"em0|192.0.2.31/24\"; }", "a { ip4.addr = \"em0|198.51.100.31\"; }",
    "a { ip4.addr = \"lo1|198.51.100.31/24\"; }", "a { ip4.addr = \"em0|192.0.2.10/24\"; }",
    "a { ip4.addr = \"em0|198.51.100.31/0\"; }",
    "a { ip4.addr = \"em0|198.51.100.31/24\"; } b { ip4.addr = \"em0|198.51.100.32/24\"; }",
  ])
  func `is silent where another address keeps the route`(_ jails: String) {
    expectSilence(of: NetworkRouteOwnedByJail.self, in: host(jails))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: NetworkRouteOwnedByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|198.51.100.31/24";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      review: set 198.51.100.31/24 on em0 by rc.conf(5), and drop em0|
      -   ip4.addr = "em0|198.51.100.31/24";
      +   ip4.addr = "198.51.100.31";
      + ifconfig_em0_alias0="inet 198.51.100.31/24"
      """)
  }
}
