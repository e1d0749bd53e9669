import Testing

@testable import Rules

struct AddressListedTwiceTests {
  private func host(_ addresses: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(addresses) }
    """
  }

  @Test(arguments: [
    ("ip4.addr = ‹192.0.2.31›, «192.0.2.31»;", "192.0.2.31"),
    ("ip4.addr = \"‹em0|192.0.2.31›\", «192.0.2.31»;", "192.0.2.31"),
    ("ip6.addr = ‹2001:db8::1›, «2001:db8:0:0::1»;", "2001:db8::1"),
  ])
  func `names the address and both places`(_ addresses: String, _ address: String) {
    expectFindings(
      of: AddressListedTwice.self, in: host(addresses), ["error: jail a lists \(address) twice"])
  }

  @Test(arguments: [
    "ip4.addr = 192.0.2.31, 192.0.2.32;", "ip4.addr = 192.0.2.31; ip6.addr = 2001:db8::1;",
    "ip4.addr = 192.0.2.31; ip4.addr = 192.0.2.31;",
  ])
  func `is silent about lists without one`(_ addresses: String) {
    expectSilence(of: AddressListedTwice.self, in: host(addresses))
  }
}
