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
}
