import Testing

@testable import Rules

struct DefaultEnablesInet6Tests {
  private func host(_ rc: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    \(rc)
    """
  }

  @Test func `names the alias and what enables it`() {
    expectFindings(
      of: DefaultEnablesInet6.self,
      in: host("ifconfig_DEFAULT=‹DHCP›\nifconfig_em0_alias0=«\"inet6 2001:db8::3/64\"»"),
      ["info: inet6 aliases of em0 are applied for ifconfig_DEFAULT alone"])
  }

  @Test(arguments: [
    "ifconfig_DEFAULT=DHCP", "ifconfig_em0_alias0=\"inet6 2001:db8::3/64\"",
    "ifconfig_DEFAULT=DHCP\nifconfig_em0_alias0=\"inet 192.0.2.20/32\"",
    "ifconfig_DEFAULT=DHCP\nifconfig_em0_ipv6=\"inet6 auto_linklocal\"\nifconfig_em0_alias0=\"inet6 2001:db8::3/64\"",
  ])
  func `is silent where nothing depends on it`(_ rc: String) {
    expectSilence(of: DefaultEnablesInet6.self, in: host(rc))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: DefaultEnablesInet6.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_DEFAULT="DHCP"
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        """,
      """
      review: set ifconfig_em0_ipv6 to "inet6 auto_linklocal"
      + ifconfig_em0_ipv6="inet6 auto_linklocal"
      """)
  }
}
