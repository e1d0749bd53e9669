import Testing

@testable import Rules

struct InterfaceMovedIntoJailTests {
  private func host(_ em1: String, _ jail: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em1="\(em1)"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test func `names interface and address`() {
    expectFindings(
      of: InterfaceMovedIntoJail.self,
      in: host("inet ‹198.51.100.10›/24", "vnet; vnet.interface = «em1»;"),
      ["warning: jail a takes em1 with the host's 198.51.100.10"])
  }

  @Test(arguments: [
    ("up", "vnet; vnet.interface = em1;"), ("inet 198.51.100.10/24", "vnet;"),
    ("inet 198.51.100.10/24", "ip4.addr = 198.51.100.10;"),
  ])
  func `is silent where the host loses nothing`(_ em1: String, _ jail: String) {
    expectSilence(of: InterfaceMovedIntoJail.self, in: host(em1, jail))
  }
}
