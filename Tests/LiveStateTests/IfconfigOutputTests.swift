import HostModel
import LiveState
import Testing

struct IfconfigOutputTests {
  private func read(_ text: String) -> LiveReading<[LiveInterface]> {
    parseIfconfig(Array(text.utf8))
  }

  @Test(arguments: Outputs.hosts)
  func `reads the output of each release without a problem`(_ host: String) throws {
    let bytes = try #require(Outputs.folder(host)[.ifconfig])
    #expect(parseIfconfig(bytes).problems == [])
  }

  @Test func `reads masks, lengths and what is said behind them`() throws {
    let bytes = try #require(Outputs.folder("freebsd-13.2")[.ifconfig])
    let uplink = try #require(parseIfconfig(bytes).value.first)
    #expect(uplink.name == "igb0")
    #expect(uplink.summary == "uplink: rack 4")
    #expect(uplink.mtu == 1500)
    #expect(uplink.isUp)
    #expect(uplink.virtualHosts == ["MASTER vhid 1 advbase 1 advskew 0"])
    #expect(uplink.status == "active")
    let lines = uplink.addresses.map { address in
      ([address.spelling] + address.marks.map(\.rawValue).sorted()).joined(separator: " ")
        + (address.virtualHost.map { " vhid \($0)" } ?? "")
    }
    #expect(
      lines == [
        "198.51.100.10/24", "198.51.100.20/24 vhid 1", "fe80::200:5eff:fe00:5302/64",
        "2001:db8:0:2::10/64", "2001:db8:0:2::20/64 tentative", "2001:db8:0:2::21/64 duplicated",
        "2001:db8:0:2:200:5eff:fe00:5302/64 autoconf deprecated", "2001:db8:0:2::/64 anycast",
      ])
  }

  @Test(arguments: [
    ("inet 192.0.2.1 netmask 0xffffff00 broadcast 192.0.2.255", "192.0.2.1/24"),
    ("inet 192.0.2.1 netmask 255.255.255.128", "192.0.2.1/25"),
    ("inet 192.0.2.1 netmask 0x0", "192.0.2.1/0"),
    ("inet 192.0.2.1/32", "192.0.2.1/32"),
    ("inet 192.0.2.1 --> 192.0.2.2 netmask 0xffffffff", "192.0.2.1/32"),
    ("inet6 2001:db8::1%em0 prefixlen 64 scopeid 0x2", "2001:db8::1/64"),
    ("inet6 2001:db8::1/56 tentative", "2001:db8::1/56"),
    ("inet6 2001:db8::1 --> 2001:db8::2 prefixlen 128", "2001:db8::1/128"),
  ])
  func `reads an address`(_ line: String, _ spelling: String) {
    let reading = read("em0: flags=8843<UP> metric 0 mtu 1500\n\t\(line)\n")
    #expect(reading.problems == [])
    #expect(reading.value.first?.addresses.map(\.spelling) == [spelling])
  }

  @Test(arguments: [
    ("inet x.x.58.26 netmask 0xfffffff8", "no address: x.x.58.26"),
    ("inet6 2001:db8:fb5d::1prefixlen64", "no address: 2001:db8:fb5d::1prefixlen64"),
    ("inet 2001:db8::1 netmask 0xffffff00", "no address: 2001:db8::1"),
    ("inet", "no address: inet"),
    ("inet 192.0.2.1 netmask 0xff00ff00", "a mask with gaps: 0xff00ff00"),
    ("inet 192.0.2.1 netmask any", "no mask: any"),
    ("inet 192.0.2.1", "no length of 192.0.2.1"),
    ("inet6 2001:db8::1/129", "no length: 129"),
  ])
  func `names what it cannot read`(_ line: String, _ problem: String) {
    let reading = read("em0: flags=8843<UP> metric 0 mtu 1500\n\t\(line)\n")
    #expect(reading.problems.map(\.clause) == ["ifconfig.txt:2: \(problem)"])
  }

  @Test func `names lines in front of the first interface once`() {
    let reading = read("inet 192.0.2.1\nether 0\nem0: flags=0<>\n")
    #expect(
      reading.problems.map(\.clause) == [
        "ifconfig.txt:1: no interface in front of: inet 192.0.2.1"
      ])
    #expect(reading.value.map(\.name) == ["em0"])
  }

  @Test func `tells members, parents and groups`() throws {
    let old = try #require(Outputs.folder("freebsd-11.4")[.ifconfig])
    let bridge = parseIfconfig(old).value.last
    #expect(bridge?.members == ["em0"])
    #expect(bridge?.groups == ["bridge"])
    let bytes = try #require(Outputs.folder("freebsd-13.2")[.ifconfig])
    let vlan = parseIfconfig(bytes).value.first { $0.name == "vlan100" }
    #expect(vlan?.vlan == 100)
    #expect(vlan?.parent == "igb0")
  }

  @Test(arguments: [
    ("freebsd-11.4", ["em0"]), ("freebsd-13.2", ["igb0"]), ("freebsd-14.3", ["vtnet0"]),
    ("freebsd-15.0", ["ix0"]),
  ])
  func `tells hardware from what commands create`(_ host: String, _ names: [String]) {
    #expect(LiveHost(Outputs.folder(host)).hardware == names)
  }

  @Test func `a renamed clone is no hardware`() {
    let reading = read("jails: flags=8049<UP,LOOPBACK> metric 0 mtu 16384\n\tgroups: lo\n")
    #expect(reading.value.first?.isHardware == false)
  }

  @Test(arguments: [("tun0", true), ("bridge0", false)])
  func `tells a point-to-point interface by its flag`(_ name: String, _ isPointToPoint: Bool) {
    let live = LiveHost(Outputs.folder("freebsd-15.0"))
    #expect(live.interfaces?.first { $0.name == name }?.isPointToPoint == isPointToPoint)
  }

  private static let samples = Outputs.samples("ifconfig")

  /// What is wrong with public samples: addresses that somebody made unreadable, and output of
  /// another system.
  private static let known: Set<String> = [
    "no address: x.x.58.26", "no address: x.x.58.27", "no address: x.x.58.28",
    "no address: x.x.58.29", "no address: x.x.58.30", "no address: 2001:db8:fb5d::1prefixlen64",
  ]

  @Test(.enabled(if: !samples.isEmpty, "no shared files beside the checkout"))
  func `reads every public sample, or names what it cannot`() {
    for (name, bytes) in Self.samples {
      let reading = parseIfconfig(bytes)
      #expect(!reading.value.isEmpty, "\(name)")
      #expect(reading.problems.filter { !Self.known.contains($0.message) } == [], "\(name)")
    }
  }
}
