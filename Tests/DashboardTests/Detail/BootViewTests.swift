import CellGrid
import Rules
import Testing

@testable import Dashboard

struct BootViewTests {
  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10)])
  func `the boot is listed with what fails, and where that is written`(
    columns: Int, rows: Int
  ) throws {
    var desk = Desk(.demo, columns: columns, rows: rows)
    desk.press("n", "3")
    try expectScreen(desk.screen, "boot-\(columns)x\(rows)")
  }

  @Test(arguments: ["rc-missing-quote", "jc-vnet-takes-nic", "jc-depend"])
  func `boots of other kinds are told with what there is`(host: String) throws {
    var desk = Desk(try .recorded(host))
    desk.press("n", "3")
    try expectScreen(desk.screen, "boot-\(host)-140x40")
  }

  @Test func `with something staged both boots are there, side by side and one after the other`()
    throws
  {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter", "3")
    #expect(desk.shows("the next boot with 1 staged"))
    #expect(!desk.shows("FAIL"))
    try expectScreen(desk.screen, "boot-staged-140x40")
    desk.press("Tab")
    #expect(desk.shows("the next boot, files as they are"))
    #expect(desk.shows("FAIL"))
  }

  @Test func `what all safe fixes come to stands beside, and is a boot to look at`() {
    var desk = Desk(.demo)
    desk.press("3")
    #expect(desk.line(with: "now  all safe") != nil)
    #expect(desk.line(with: "jails that fail")?.contains("1         0") == true)
    desk.press("Tab")
    #expect(desk.shows("the next boot with all safe fixes"))
    #expect(!desk.shows("FAIL"))
    desk.press("Tab")
    #expect(desk.shows("the next boot, files as they are"))
  }

  @Test func `a long run of commands that work is one line, and can be opened`() {
    var desk = Desk(.demo)
    desk.press("3", "g", "j", "j", "j")
    #expect(desk.state.currentBootLine?.run == 2..<8)
    #expect(!desk.state.visible.boot.contains { desk.state.shown.bootLines[$0].step == 4 })
    desk.press("Enter")
    #expect(desk.state.visible.boot.contains { desk.state.shown.bootLines[$0].step == 4 })
    desk.press("j", "j", "h")
    #expect(desk.state.currentBootLine?.run == 2..<8)
    #expect(!desk.state.visible.boot.contains { desk.state.shown.bootLines[$0].step == 4 })
  }

  @Test func `only problems keeps what fails with its heading`() {
    var desk = Desk(.demo, columns: 80, rows: 24)
    desk.press("3", "o")
    #expect(desk.line(with: "jail backup ") != nil)
    #expect(desk.shows("because step 9 gave it /64"))
    #expect(!desk.shows("jail git"))
    #expect(!desk.shows("netif ─"))
  }

  @Test func `n selects the command that a finding leads to`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press("3", "n")
    let first = try #require(desk.state.currentBootLine?.step)
    desk.press("n")
    let second = try #require(desk.state.currentBootLine?.step)
    #expect(first != second)
    desk.press("Enter")
    #expect(desk.state.isFindingOpen)
    #expect(desk.state.currentFinding?.step == second)
  }

  @Test func `the command is what is copied, from every line about it`() {
    var desk = Desk(.demo)
    desk.press("n", "3", "y", "j", "y")
    #expect(desk.copied.first?.hasPrefix("/sbin/ifconfig vtnet0 inet6 2001:db8:17:42::3") == true)
    #expect(desk.copied.count == 2)
    #expect(desk.copied.first == desk.copied.last)
  }
}
