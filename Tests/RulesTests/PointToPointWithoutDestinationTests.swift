import Testing

@testable import Rules

struct PointToPointWithoutDestinationTests {
  private func host(_ address: String) -> String {
    """
    == /etc/rc.conf
    cloned_interfaces="tun0 lo1"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = "\(address)"; }
    """
  }

  @Test func `names interface and address`() {
    expectFindings(
      of: PointToPointWithoutDestination.self, in: host("«tun0|192.0.2.31»"),
      [
        "error: jail a puts 192.0.2.31 on tun0, a point-to-point interface, without a destination"
      ])
  }

  @Test(arguments: ["lo1|192.0.2.31", "192.0.2.31", "tun0|192.0.2.31 192.0.2.32"])
  func `is silent about others`(_ address: String) {
    expectSilence(of: PointToPointWithoutDestination.self, in: host(address))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: PointToPointWithoutDestination.self,
      in: """
        == /etc/rc.conf
        cloned_interfaces="tun0 lo1"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "tun0|192.0.2.31";
          persist;
        }
        """,
      """
      review: put 192.0.2.31 on lo1
      -   ip4.addr = "tun0|192.0.2.31";
      +   ip4.addr = "lo1|192.0.2.31";
      """)
  }
}
