import Testing

@testable import Rules

struct EmptyInterfaceNameTests {
  private func host(_ jail: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    interface = em0;
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test(arguments: [
    #"interface = «""»; ip4.addr = 192.0.2.31;"#, #"ip4.addr = "|192.0.2.31";"#,
  ])
  func `finds an empty name`(_ jail: String) {
    expectFindings(
      of: EmptyInterfaceName.self, in: host(jail),
      ["error: jail a puts its addresses on an interface without a name"])
  }

  @Test(arguments: [
    "interface; ip4.addr = 192.0.2.31;", "ip4.addr = 192.0.2.31;", #"interface = "";"#,
  ])
  func `is silent about others`(_ jail: String) {
    expectSilence(of: EmptyInterfaceName.self, in: host(jail))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EmptyInterfaceName.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        interface = "em0";
        www {
          path = "/jails/www";
          interface = "";
          ip4.addr = "192.0.2.10";
          persist;
        }
        """,
      """
      safe: write interface; in place of the empty name
      -   interface = "";
      +   interface;
      """)
  }
}
