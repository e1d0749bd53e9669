import Testing

@testable import Rules

struct ForeignRouteTests {
  private let files = """
    == /etc/rc.conf
    cloned_interfaces="lo1"
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = "lo1|198.51.100.7"; }

    """

  private func routes(_ line: String) -> String {
    "== live: netstat\nInternet:\nDestination Gateway Flags Netif Expire\n\(line)\n"
  }

  @Test func `finds a route to an address that a jail is to set`() {
    let host =
      files.replacing("lo1|198.51.100.7", with: "«lo1|198.51.100.7»") + RunningHost.em0()
      + routes("198.51.100.7 192.0.2.99 UGHS em0")
    expectFindings(
      of: ForeignRoute.self, in: host,
      [
        "warning: a route to 198.51.100.7 by 192.0.2.99 is there, and the host is to have that address"
      ])
    expectCommands(
      of: ForeignRoute.self, in: host,
      """
      delete the route to 198.51.100.7/32
        route -n delete 198.51.100.7
      """)
  }

  @Test(arguments: [
    "198.51.100.0/24 192.0.2.99 UGS em0", "198.51.100.7 link#3 UH lo1",
    "198.51.100.8 192.0.2.99 UGHS em0", "default 192.0.2.1 UGS em0",
  ])
  func `is silent about networks, the kernel's own routes and other addresses`(_ line: String) {
    expectSilence(of: ForeignRoute.self, in: files + RunningHost.em0() + routes(line))
  }

  @Test func `is silent where the address is there`() {
    expectSilence(
      of: ForeignRoute.self,
      in: files + RunningHost.em0()
        + RunningHost.interface("lo1", "inet 198.51.100.7 netmask 0xffffffff")
        + routes("198.51.100.7 192.0.2.99 UGHS em0"))
  }
}
