import CellGrid
import HostModel
import Reports
import Rules
import TestHosts
import Testing

@testable import Dashboard

@Suite(.timeLimit(.minutes(15)))
struct FleetViewTests {
  private static let now = 1_790_000_000

  private static func host(_ name: String, _ text: String, age: Int) -> FleetHost {
    let sketch = HostText(text).sketch
    return FleetHost(
      source: name, Assessment(sketch.forecast, sketch.capture), taken: now - age)
  }

  private static let hosts = [
    host("web1", "ifconfig_em0=\"inet 192.0.2.1/24\"\n== hardware: em0", age: 30),
    host("web2", "ifconfig_em0=\"inet 192.0.2.2/25\"\n== hardware: em0", age: 4000),
    host(
      "shop.example.org",
      """
      ifconfig_em0="inet 192.0.2.3/24"
      jail_enable="YES"
      == /etc/jail.conf
      www { path = /j; interface = em9; ip4.addr = 192.0.2.1; }
      db { path = /k; ip4.addr = "em0|192.0.2.4/24"; }
      == hardware: em0
      """, age: 300_000),
    FleetHost(source: "mail", problem: "was not reached: Connection timed out"),
  ]

  private func state(_ columns: Int, _ rows: Int, total: Int = 4) -> FleetState {
    var state = FleetState(
      place: "/var/captures", total: total, now: Self.now,
      size: ScreenSize(columns: columns, rows: rows))
    state.take(Self.hosts)
    return state
  }

  @Test(arguments: [(80, 24), (140, 40), (60, 16), (40, 10)])
  func `the screen is the one that was looked at`(_ columns: Int, _ rows: Int) throws {
    try expectScreen(render(state(columns, rows)), "fleet-\(columns)x\(rows)")
  }

  @Test func `while hosts are read it tells how many, and nothing of what they share`() {
    let text = render(state(80, 24, total: 9)).text
    #expect(text.contains("4 of 9 read"))
    #expect(!text.contains("192.0.2.1:"))
  }

  @Test func `keys move, open and leave`() {
    var state = state(80, 24)
    #expect(state.selected?.source == "shop.example.org")
    #expect(state.update(.key(.enter)) == .open("shop.example.org"))
    #expect(state.update(.key("j")) == .nothing)
    #expect(state.selected?.source == "mail")
    #expect(state.update(.key(.end)) == .nothing)
    #expect(state.update(.key(.down)) == .nothing)
    #expect(state.update(.key("l")) == .open("web1") || state.selected?.source == "web2")
    #expect(state.update(.key("w")) == .nothing)
    #expect(state.update(.key("q")) == .leave)
    #expect(state.update(.key(.escape)) == .leave)
    #expect(state.update(.key(.control("c"))) == .leave)
  }

  @Test(arguments: [(80, 24), (60, 16), (40, 10)])
  func `? tells the keys, and one without a meaning says so`(columns: Int, rows: Int) {
    var state = state(columns, rows)
    #expect(state.update(.key("?")) == .nothing)
    #expect(render(state).text.contains("choose a host"))
    #expect(state.update(.key("/")) == .nothing)
    #expect(render(state).text.contains("/ does nothing here"))
    #expect(state.update(.key(.down)) == .nothing)
    #expect(!render(state).text.contains("does nothing here"))
  }

  @Test func `what there is no room for is counted, and jails that can't be told are in the row`() {
    var state = FleetState(
      place: "", total: 2, now: Self.now, size: ScreenSize(columns: 110, rows: 20))
    let addresses = (1...9).map { "ifconfig_em0_alias\($0 - 1)=\"inet 192.0.2.\($0)/32\"\n" }
      .joined()
    let text = """
      ifconfig_em0="inet 192.0.2.100/24"
      ifconfig_em0_ipv6="inet6 2001:db8::1/64"
      \(addresses)jail_enable="YES"
      == /etc/jail.conf
      a { path = /; persist; interface = em7; ip4.addr = 198.51.100.1; }
      b { path = /; persist; ip6.addr = "em0|2001:db8::1"; }
      """
    state.take([Self.host("one", text, age: 1), Self.host("two", text, age: 1)])
    let screen = render(state).text
    #expect(screen.contains("1 of 2 fail: b; 1 unknown"))
    #expect(screen.contains(/and \d+ more/))
  }

  @Test func `what is selected stays so when worse hosts come`() {
    var state = FleetState(
      place: "", total: 4, now: Self.now, size: ScreenSize(columns: 80, rows: 24))
    state.take(Array(Self.hosts[..<2]))
    _ = state.update(.key(.down))
    let source = state.selected?.source
    state.take(Array(Self.hosts[2...]))
    #expect(state.selected?.source == source)
  }

  @Test func `any size is drawn, and any key taken`() {
    var numbers = SeededNumbers(seed: 7)
    var state = state(80, 24)
    for _ in 0..<300 {
      let size = (Int.random(in: 1...150, using: &numbers), Int.random(in: 1...50, using: &numbers))
      _ = state.update(.resize(columns: size.0, rows: size.1))
      _ = state.update(.key(numbers.pick([.up, .down, .pageDown, .home, .end, "j", "k", "x"])))
      _ = state.update(
        .click(
          row: Int.random(in: 0..<50, using: &numbers),
          column: Int.random(in: 0..<150, using: &numbers)))
      #expect(render(state).columns == size.0)
    }
  }
}
