import Rules
import Testing

@testable import Dashboard

/// Questions that only `y` says yes to.
struct ConfirmationTests {
  static let others = [
    "Enter", "Space", "Esc", "n", "N", "Y", "W", "u", "q", "Q", "j", "k", "g", "G", "1", "?", ":",
    "/", "Tab", "Backspace", "Ctrl-C",
  ]

  private static func asked(_ keys: String...) -> Desk {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter")
    for key in keys { desk.press(key) }
    return desk
  }

  @Test func `W lists files, lines and the effect before it asks`() throws {
    let desk = Self.asked("W")
    let page = try #require(desk.state.confirmation?.page)
    let text = page.lines.map(\.text).joined(separator: "\n")
    #expect(text.contains("/usr/local/etc/ezjail/backup  line 10"))
    #expect(text.contains("now NOT BOOT-SAFE  then BOOT-SAFE"))
    #expect(text.contains("+export jail_backup_ip="))
    #expect(desk.writes == 0)
  }

  @Test(arguments: others)
  func `every other key leaves the files alone`(key: String) {
    var desk = Self.asked("W", key)
    #expect(desk.state.confirmation == nil)
    #expect(desk.state.said == "nothing is written")
    desk.press("y")
    #expect(desk.writes == 0)
    #expect(desk.state.staged.chosen.count == 1)
  }

  @Test(arguments: others)
  func `every other key undoes nothing`(key: String) {
    var desk = Self.asked("W", "y", "u", key)
    #expect(desk.state.confirmation == nil)
    desk.press("y")
    #expect(desk.writes == 1)
  }

  @Test(arguments: ["Up", "Down", "PgUp", "PgDn", "Home", "End"])
  func `keys that only scroll are no answer`(key: String) {
    var desk = Self.asked("W", key)
    #expect(desk.state.confirmation != nil)
    desk.press("y")
    #expect(desk.writes == 1)
  }

  @Test func `leaving asks when something is staged`() {
    var desk = Self.asked("q")
    #expect(desk.state.confirmation?.question == "1 staged and not written; leave all the same?")
    desk.press("n")
    #expect(!desk.hasQuit)
    desk.press("Ctrl-C", "y")
    #expect(desk.hasQuit)
    #expect(desk.writes == 0)
  }

  @Test func `leaving asks while something is written`() {
    var desk = Self.asked("W")
    desk.isOutsideBusy = true
    desk.press("y", "q")
    #expect(desk.state.confirmation?.question.hasPrefix("a change is being made") == true)
  }

  @Test func `reading again asks when something is staged`() {
    var desk = Self.asked("r", "n")
    #expect(desk.readings == 0)
    #expect(desk.state.staged.chosen.count == 1)
    desk.press("r", "y")
    #expect(desk.readings == 1)
    #expect(desk.state.staged.chosen.isEmpty)
  }

  @Test func `an undo that comes while somebody types is not asked for`() {
    var desk = Self.asked("W", "y")
    desk.isOutsideBusy = true
    desk.press("u", "/")
    desk.letGo()
    desk.type("y")
    #expect(desk.writes == 1)
    #expect(desk.state.filter == "y")
  }

  @Test func `a change is not written twice`() {
    var desk = Self.asked("W")
    desk.isOutsideBusy = true
    desk.press("y", "W", "y")
    #expect(desk.writes == 1)
    #expect(desk.state.confirmation == nil)
  }
}
