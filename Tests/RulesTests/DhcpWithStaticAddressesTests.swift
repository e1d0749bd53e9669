import Testing

@testable import Rules

struct DhcpWithStaticAddressesTests {
  private func host(_ rc: String, _ jail: String = "") -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces=lo1
    ifconfig_em0=‹"DHCP"›
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test func `finds aliases and jails' addresses`() {
    expectFindings(
      of: DhcpWithStaticAddresses.self,
      in: host("ifconfig_em0_alias0=\"inet «192.0.2.31»/32\"", "ip4.addr = \"em0|192.0.2.32\";"),
      ["warning: em0 gets its address from DHCP and carries 192.0.2.31 and 1 more"])
    expectFindings(
      of: DhcpWithStaticAddresses.self, in: host("", "ip4.addr = \"«em0|192.0.2.32»\";"),
      ["warning: em0 gets its address from DHCP and carries 192.0.2.32"])
  }

  @Test(arguments: [
    "", "ifconfig_em1=\"inet 192.0.2.1/24\"", "ifconfig_lo1=\"inet 192.0.2.31/32\"",
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1\"", "ifconfig_DEFAULT=DHCP",
  ])
  func `is silent about leases alone`(_ rc: String) {
    expectSilence(of: DhcpWithStaticAddresses.self, in: host(rc).filter { !"‹›".contains($0) })
  }
}
