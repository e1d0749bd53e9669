import Testing

@testable import Rules

struct VnetWithAddressesTests {
  private func host(_ line: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    a { persist; path = /jails/a; \(line) }
    """
  }

  @Test(arguments: [
    "vnet; ip4.addr = «192.0.2.31»;", "vnet = new; ip6.addr = «2001:db8::1»;",
    "vnet; ip4 = «inherit»;",
  ])
  func `finds addresses of a vnet jail`(_ line: String) {
    expectFindings(
      of: VnetWithAddresses.self, in: host(line),
      ["error: jail a has a network stack of its own and is given addresses"])
  }

  @Test(arguments: [
    "vnet; vnet.interface = em1;", "ip4.addr = 192.0.2.31;", "vnet = inherit; ip4 = inherit;",
  ])
  func `is silent about jails with one of the two`(_ line: String) {
    expectSilence(of: VnetWithAddresses.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: VnetWithAddresses.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          vnet;
          ip4.addr = "192.0.2.31";
          persist;
        }
        """,
      """
      review: remove the addresses of jail www
      -   ip4.addr = "192.0.2.31";
      review: remove vnet from jail www
      -   vnet;
      """)
    expectWays(
      of: VnetWithAddresses.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        path = "/jails/$name"; persist; vnet;
        www { ip4.addr = "192.0.2.31"; }
        """,
      """
      review: remove the addresses of jail www
      - www { ip4.addr = "192.0.2.31"; }
      + www { }
      """)
  }
}
