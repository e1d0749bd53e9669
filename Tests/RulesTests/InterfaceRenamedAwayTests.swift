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

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceRenamedAway.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0_name="wan"
        ifconfig_wan="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31";
          persist;
        }
        """,
      """
      safe: write wan in place of em0 in jail www
      -   ip4.addr = "em0|192.0.2.31";
      +   ip4.addr = "wan|192.0.2.31";
      """)
    expectWays(
      of: InterfaceRenamedAway.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0_name="wan"
        ifconfig_wan="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name"; interface = em0;
        www { ip4.addr = 192.0.2.31, "em0|192.0.2.32"; }
        """,
      """
      safe: write wan in place of em0 in jail www
      - persist; path = "/jails/$name"; interface = em0;
      - www { ip4.addr = 192.0.2.31, "em0|192.0.2.32"; }
      + persist; path = "/jails/$name"; interface = wan;
      + www { ip4.addr = 192.0.2.31, "wan|192.0.2.32"; }
      """)
  }
}
