import Reports
import Rules
import Testing

@testable import Dashboard

/// Taking changes back, and taking that back.
struct UndoTests {
  private static func undone() -> Desk {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter", "W", "y", "u", "y")
    return desk
  }

  @Test func `u takes back an undoing that is selected`() {
    var desk = Self.undone()
    #expect(desk.shows("NOT BOOT-SAFE"))
    desk.press("u")
    #expect(desk.state.said == "undo: the journal has nothing to undo")
    desk.press("5", "u", "y")
    #expect(desk.writes == 3)
    #expect(!desk.shows("NOT BOOT-SAFE"))
  }

  @Test func `what is undone already says by what`() {
    var desk = Self.undone()
    desk.press("5", "j", "u")
    #expect(desk.state.confirmation == nil)
    #expect(desk.state.said.contains("is undone already, by"))
  }

  @Test func `an undoing is listed with the time of what it took back`() {
    var desk = Self.undone()
    desk.press("5")
    #expect(desk.line(with: "undo of 2026-11-28T12:00:01Z: drop vtnet0|") != nil)
    desk.press("u", "y", "5")
    #expect(desk.line(with: "undo of 2026-11-28T12:00:02Z") != nil)
  }

  @Test func `the question tells the verdict before and after, and which host it is`() throws {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter", "W", "y", "u")
    let page = try #require(desk.state.confirmation?.page)
    let text = page.lines.map(\.text).joined(separator: "\n")
    #expect(text.contains("now BOOT-SAFE  then NOT BOOT-SAFE"))
    #expect(desk.line(with: "undo 20261128T120001Z-00000001  on demo host") != nil)
  }

  @Test func `what makes a manager take the files over is said before, too`() throws {
    let host = SampleHost.written(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      ifconfig_em0_alias0="inet 192.0.2.20/32"
      bastille_enable="YES"
      == /usr/local/bastille/jails/web/jail.conf
      web {
        path = /usr/local/bastille/jails/web/root;
        exec.start = '/bin/sh /etc/rc';
        ip4.addr = em0|192.0.2.20;
      }
      """)
    var desk = Desk(host)
    desk.press("n", "f", "Enter", "W", "y", "u")
    let page = try #require(desk.state.confirmation?.page)
    #expect(page.lines.map(\.text).contains("  bastille restart web"))
  }

  @Test func `a plan for other files has no verdict`() throws {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter")
    let plan = try #require(desk.state.staged.plan())
    #expect(plan.verdict(after: SampleHost.demo.analysis, SampleHost.demo.reanalyse) == .safe)
    desk.press("W", "y")
    let after = desk.state.host.analysis
    #expect(plan.verdict(after: after, SampleHost.demo.reanalyse) == nil)
  }

  @Test func `what an undo drops is said before`() throws {
    var desk = Desk(.twice)
    desk.press("n", "f", "Enter", "W", "y", "n", "f", "Enter", "u")
    let page = try #require(desk.state.confirmation?.page)
    #expect(page.lines.contains { $0.text == "what is staged is dropped by it" })
  }
}
