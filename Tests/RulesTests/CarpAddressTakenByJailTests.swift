import Testing

@testable import Rules

struct CarpAddressTakenByJailTests {
  private func host(_ alias: String, _ address: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="\(alias)"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = "\(address)"; }
    """
  }

  @Test func `names the address`() {
    expectFindings(
      of: CarpAddressTakenByJail.self,
      in: host("inet vhid 1 pass secret alias ‹192.0.2.20›/32", "«em0|192.0.2.20»"),
      ["error: jail a takes over 192.0.2.20, an address of a CARP virtual host"])
  }

  @Test(arguments: [
    ("inet vhid 1 pass secret alias 192.0.2.20/32", "192.0.2.20"),
    ("inet 192.0.2.20/32", "em0|192.0.2.20"),
    ("inet vhid 1 pass secret alias 192.0.2.20/32", "em0|192.0.2.21"),
  ])
  func `is silent about others`(_ alias: String, _ address: String) {
    expectSilence(of: CarpAddressTakenByJail.self, in: host(alias, address))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: CarpAddressTakenByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet vhid 1 pass secret alias 192.0.2.20/32"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.20";
          persist;
        }
        """,
      """
      safe: drop em0| so that jail www uses the host's 192.0.2.20
      -   ip4.addr = "em0|192.0.2.20";
      +   ip4.addr = "192.0.2.20";
      """)
  }
}
