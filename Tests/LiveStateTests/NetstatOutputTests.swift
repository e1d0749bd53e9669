import HostModel
import LiveState
import Testing

struct NetstatOutputTests {
  @Test(arguments: Outputs.hosts)
  func `reads the output of each release without a problem`(_ host: String) {
    let live = LiveHost(Outputs.folder(host))
    #expect(live.problems == [])
    let routes = live.routes ?? []
    #expect(routes.contains { $0.destination.length == 0 && $0.hasGateway })
    #expect(routes.contains { $0.destination.address.family == .inet6 })
    #expect(routes.allSatisfy { !$0.interface.isEmpty && Int($0.interface) == nil })
  }

  @Test(arguments: [
    ("198.51.100.77", "198.51.100.77/32 by 198.51.100.1 on igb0, set by somebody"),
    ("198.51.100.9", "198.51.100.0/24 by link#1 on igb0"),
    ("192.0.2.200", "0.0.0.0/0 by 198.51.100.1 on igb0, set by somebody"),
    ("2001:db8:0:2::5", "2001:db8:0:2::/64 by link#1 on igb0"),
  ])
  func `tells the route that packets take`(_ address: String, _ route: String) throws {
    let live = LiveHost(Outputs.folder("freebsd-13.2"))
    let wanted = try #require(IPAddress(address))
    let found = try #require(live.route(to: wanted))
    let foreign = found.isForeign ? ", set by somebody" : ""
    #expect("\(found.destination) by \(found.gateway) on \(found.interface)\(foreign)" == route)
  }

  @Test func `reads networks of old releases, whose length is told by their numbers`() {
    let reading = parseNetstat(
      Array(
        """
        Routing tables

        Internet:
        Destination        Gateway            Flags    Refs      Use  Netif Expire
        127                127.0.0.1          UR          0        0    lo0
        192.0.2            link#1             UC          0        0    em0   1200
        """.utf8))
    #expect(reading.problems == [])
    #expect(reading.value.map(\.destination.description) == ["127.0.0.0/8", "192.0.2.0/24"])
    #expect(reading.value.map(\.interface) == ["lo0", "em0"])
  }

  @Test(arguments: [
    ("netstat: sysctl: net.fibs", "netstat.txt:1: no routing table: netstat: sysctl: net.fibs"),
    ("{\"statistics\": {}}", "netstat.txt: no routing table"),
    (
      "Internet:\nDestination Gateway Flags Netif\n2001:db8::1 link#1 U em0",
      "netstat.txt:3: no network: 2001:db8::1"
    ),
    (
      "Internet:\nDestination Gateway Flags Netif\n192.0.2.1 link#1",
      "netstat.txt:3: no route: 192.0.2.1 link#1"
    ),
  ])
  func `names what it cannot read`(_ text: String, _ problem: String) {
    #expect(parseNetstat(Array(text.utf8)).problems.map(\.clause) == [problem])
  }
}
