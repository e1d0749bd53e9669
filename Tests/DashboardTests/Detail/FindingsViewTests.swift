import CellGrid
import Rules
import Testing

@testable import Dashboard

struct FindingsViewTests {
  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10)])
  func `findings are listed with what the selected one is about`(
    columns: Int, rows: Int
  ) throws {
    var desk = Desk(try .recorded("mix-all-fail-once"), columns: columns, rows: rows)
    desk.press("2", "j")
    try expectScreen(desk.screen, "findings-\(columns)x\(rows)")
  }

  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10)])
  func `a finding is told with both places, the bits, the steps and the way to mend it`(
    columns: Int, rows: Int
  ) throws {
    var desk = Desk(.demo, columns: columns, rows: rows)
    desk.press("2", "Enter")
    try expectScreen(desk.screen, "finding-\(columns)x\(rows)")
  }

  @Test(arguments: ["jc-v4-mask-replaced", "rc-missing-quote", "jc-missing-interface"])
  func `findings of other kinds are told with what there is`(host: String) throws {
    var desk = Desk(try .recorded(host), columns: 80, rows: 24)
    desk.press("2", "Enter")
    try expectScreen(desk.screen, "finding-\(host)-80x24")
  }

  @Test func `the detail scrolls as far as it goes, and no further`() {
    var desk = Desk(.demo, columns: 80, rows: 24)
    desk.press("2", "Enter", "G")
    let end = desk.text
    #expect(desk.shows("confidence") || desk.shows("other ways"))
    desk.press("j", "j", "k")
    #expect(desk.text != end)
    desk.press("j")
    #expect(desk.text == end)
    desk.press("g")
    #expect(desk.shows("error: jail backup asks for"))
  }

  @Test func `n and N go round, in the list and in the detail`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press("2")
    let count = desk.state.shown.findings.count
    #expect(count > 3)
    desk.press("N")
    #expect(desk.state.findings.selected == count - 1)
    desk.press("n", "n", "Enter", "n")
    #expect(desk.state.findings.selected == 2)
    #expect(desk.shows("3 of \(count)"))
    desk.press("Esc")
    #expect(!desk.state.isFindingOpen)
  }

  @Test func `a filter that nothing passes says so, and Esc shows all again`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"), columns: 80, rows: 24)
    desk.press("2", "/")
    desk.type("nosuch")
    desk.press("Enter")
    #expect(desk.shows("no finding has \"nosuch\" in it"))
    desk.press("Esc")
    #expect(!desk.shows("no finding has"))
  }

  @Test func `only problems leaves the notes out, and counts what is shown`() throws {
    var desk = Desk(try .recorded("jc-v4-mask-replaced"), columns: 80, rows: 24)
    let all = desk.state.shown.findings
    desk.press("2", "o")
    let shown = all.count { $0.severity > .info }
    #expect(shown < all.count)
    #expect(desk.shows("\(shown) of \(all.count) shown"))
  }

  @Test func `where nothing is wrong every jail comes back`() {
    var desk = Desk(
      .written(
        """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.1/24"
        jail_enable="YES"
        == /etc/jail.conf
        www { path = "/jails/www"; persist; ip4.addr = "em0|192.0.2.17/32"; }
        """), columns: 80, rows: 24)
    desk.press("2")
    #expect(desk.shows("nothing was found: every jail comes back after the next boot"))
  }

  @Test func `a click selects the finding it is on`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press("2")
    let row = try #require(desk.screen.cursor?.row)
    desk.send(.event(.click(row: row + 2 * Layout(desk.state).findingHeight, column: 5)))
    #expect(desk.state.findings.selected == 2)
    desk.send(.event(.click(row: row, column: 100)))
    #expect(desk.state.findings.selected == 2)
  }
}
