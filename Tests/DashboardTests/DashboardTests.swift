import Rules
import SourceText
import Testing

@testable import Dashboard

/// From the first look to the way back, by keys alone.
struct DashboardTests {
  @Test func `a finding is mended, written and taken back`() throws {
    var desk = Desk(.demo)
    let before = desk.capture.entries
    #expect(desk.shows("NOT BOOT-SAFE"))
    desk.press("n", "f", "Enter")
    #expect(desk.state.staged.chosen.count == 1)
    desk.press("W", "y")
    #expect(!desk.shows("NOT BOOT-SAFE"))
    desk.press("u", "y")
    #expect(desk.shows("NOT BOOT-SAFE"))
    for (path, entry) in before {
      guard case .file(let old) = entry, case .file(let new)? = desk.capture.entries[path] else {
        continue
      }
      #expect(old == new)
    }
  }

  @Test func `a finding is ignored with a reason`() {
    var desk = Desk(.demo)
    desk.press("n", "i")
    desk.type("known")
    desk.press("Enter")
    #expect(desk.state.staged.chosen.count == 1)
  }

  @Test func `a recorded host is looked at, and left`() throws {
    var desk = Desk(try .recorded("jc-rollback-path"), columns: 80, rows: 24)
    desk.press("q")
    #expect(desk.hasQuit)
  }
}
