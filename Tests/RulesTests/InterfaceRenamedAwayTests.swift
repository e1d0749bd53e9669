import Testing

@testable import Rules

struct InterfaceRenamedAwayTests {
  private func host(_ jail: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0_name=‹wan›
    ifconfig_wan="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = "\(jail)"; }
    """
  }

  @Test func `names both names`() {
    expectFindings(
      of: InterfaceRenamedAway.self, in: host("«em0»|192.0.2.31"),
      ["error: jail a uses em0, which netif renames to wan"])
  }

  @Test(arguments: ["wan|192.0.2.31", "em1|192.0.2.31", "192.0.2.31"])
  func `is silent about others`(_ jail: String) {
    expectSilence(of: InterfaceRenamedAway.self, in: host(jail).filter { !"‹›".contains($0) })
  }
}
