import Testing

@testable import Dashboard

/// The running host, and where one stands, in the dashboard.
struct LiveViewTests {
  private static let plan = """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    ifconfig_em1="inet 198.51.100.10/24"
    defaultrouter="192.0.2.1"
    == connection: 203.0.113.9 50022 192.0.2.10 22
    == live: ifconfig
    em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
      inet 192.0.2.10 netmask 0xffffff00
    """
  private static let rest = """

    em1: flags=8843<UP,BROADCAST> metric 0 mtu 1500
      inet 198.51.100.10/24
    lo0: flags=8049<UP,LOOPBACK> metric 0 mtu 16384
      inet 127.0.0.1/8
    """

  @Test(arguments: [(140, 40), (100, 30)])
  func `the first line counts the drift, and the interface is marked`(columns: Int, rows: Int) {
    let desk = Desk(.written(Self.plan + Self.rest), columns: columns, rows: rows)
    #expect(desk.text.contains("DRIFT 1"))
    #expect(desk.text.contains("you here") || desk.text.contains("you are here: 192.0.2.10"))
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "?"], [(140, 40), (80, 24)])
  func `every view says where one is`(_ key: String, _ size: (columns: Int, rows: Int)) {
    var desk = Desk(.written(Self.plan + Self.rest), columns: size.columns, rows: size.rows)
    desk.press(key)
    #expect(desk.text.contains("you are here: 192.0.2.10 on em0"), "\(desk.text)")
  }

  @Test func `the boot, the map and a finding mark it, too`() {
    var desk = Desk(.written(Self.plan + Self.rest), columns: 140, rows: 40)
    desk.press("3")
    #expect(
      desk.line(with: "/sbin/ifconfig em0 inet 192.0.2.10/24")?.contains("you are here") == true)
    desk.press("4")
    for _ in 0..<300 where !desk.text.contains("you are connected by it") { desk.press("l") }
    #expect(desk.text.contains("you are connected by it"))
  }

  @Test func `without drift it only says that it knows`() {
    let desk = Desk(
      .written(Self.plan + "\n  inet 192.0.2.20/32" + Self.rest), columns: 140, rows: 40)
    #expect(desk.text.contains("LIVE"))
    #expect(!desk.text.contains("DRIFT"))
  }

  @Test func `what is selected says where it is now`() {
    var desk = Desk(
      .written(Self.plan + "\n  inet 192.0.2.20/32" + Self.rest), columns: 140, rows: 40)
    for _ in 0..<20 where !desk.text.contains("you are connected by it") { desk.press("j") }
    #expect(desk.text.contains("you are connected by it"))
    #expect(desk.text.contains("now      as planned"))
  }
}
