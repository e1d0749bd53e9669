import Testing

@testable import Rules

struct NetworkAddressAssignedTests {
  @Test(arguments: [
    ("inet «192.0.2.0»/24", "192.0.2.0/24", "the address of the network itself"),
    ("inet «192.0.2.255»/24", "192.0.2.255/24", "the broadcast address of its network"),
    ("inet6 «2001:db8::»/64", "2001:db8::/64", "the address of every router of the network"),
    ("inet6 «2001:db8::10»/124", "2001:db8::10/124", "the address of every router of the network"),
  ])
  func `names what the address is`(_ setting: String, _ address: String, _ what: String) {
    expectFindings(
      of: NetworkAddressAssigned.self,
      in: "ifconfig_em0_ipv6=\"inet6 auto_linklocal\"\nifconfig_em0_alias0=\"\(setting)\"",
      ["warning: \(address) on em0 is \(what)"])
  }

  @Test func `finds an address that a jail sets`() {
    expectFindings(
      of: NetworkAddressAssigned.self,
      in: """
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable=YES
        == /etc/jail.conf
        a { path = /a; persist; ip4.addr = "«em0|192.0.2.255/24»"; }
        """, ["warning: 192.0.2.255/24 on em0 is the broadcast address of its network"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24\"", "ifconfig_em0=\"inet 192.0.2.0/31\"",
    "ifconfig_em0=\"inet 192.0.2.255/32\"",
    "ifconfig_em0=\"inet 192.0.2.255/23\"".replacing(
      "255/23", with: "255/22"),
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/127\"", "ifconfig_em0_ipv6=\"inet6 2001:db8::/128\"",
    "ifconfig_em0=\"inet 0.0.0.0/24\"", "ifconfig_lo0_alias0=\"inet 127.0.1.0/24\"",
  ])
  func `is silent about other addresses`(_ rc: String) {
    expectSilence(of: NetworkAddressAssigned.self, in: rc)
  }
}
