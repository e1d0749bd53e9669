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

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceMovedIntoJail.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em1="inet 198.51.100.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        router {
          path = "/jails/router";
          vnet;
          vnet.interface = "em1";
          persist;
        }
        """,
      """
      review: remove ifconfig_em1
      - ifconfig_em1="inet 198.51.100.10/24"
      """)
  }
}
