import Testing

@testable import Rules

struct JailAddressAbsentTests {
  private func host(_ rc: String, _ jail: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test(arguments: [
    ("ip4.addr = «192.0.2.31»;", "192.0.2.31"), ("ip6.addr = «2001:db8::1»;", "2001:db8::1"),
    ("ip4.addr = 192.0.2.10, «192.0.2.31»;", "192.0.2.31"),
  ])
  func `names the address`(_ jail: String, _ address: String) {
    expectFindings(
      of: JailAddressAbsent.self, in: host("", jail),
      ["warning: jail a runs with \(address), which no interface has"])
  }

  @Test(arguments: [
    ("", "ip4.addr = 192.0.2.10;"), ("", "ip4.addr = \"em0|192.0.2.31\";"), ("", "ip4 = inherit;"),
    ("ifconfig_em0_alias0=\"inet 192.0.2.31/32\"", "ip4.addr = 192.0.2.31;"), ("", "vnet;"),
  ])
  func `is silent where it is there`(_ rc: String, _ jail: String) {
    expectSilence(of: JailAddressAbsent.self, in: host(rc, jail))
  }
}
