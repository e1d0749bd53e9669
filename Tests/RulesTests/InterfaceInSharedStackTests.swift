import Testing

@testable import Rules

struct InterfaceInSharedStackTests {
  private func host(_ jail: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test func `names the interface`() {
    expectFindings(
      of: InterfaceInSharedStack.self, in: host("vnet.interface = «em1»;"),
      ["error: jail a is to get em1 without vnet"])
  }

  @Test(arguments: ["vnet; vnet.interface = em1;", "vnet;", "interface = em1;"])
  func `is silent about others`(_ jail: String) {
    expectSilence(of: InterfaceInSharedStack.self, in: host(jail))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceInSharedStack.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          vnet.interface = "em1";
          persist;
        }
        """,
      """
      review: add vnet to jail www
      +   vnet;
      review: remove vnet.interface of jail www
      -   vnet.interface = "em1";
      """)
  }
}
