import Rewrite
import Rules
import Testing

@testable import Dashboard

/// Somebody who may only read.
struct AccessTests {
  private static func staged() -> Desk {
    var desk = Desk(.demo, access: .reading("no right to write /etc"))
    desk.press("n", "f", "Enter")
    return desk
  }

  @Test func `all but writing goes, and W says why`() {
    var desk = Self.staged()
    #expect(desk.state.staged.chosen.count == 1)
    #expect(!desk.shows("NOT BOOT-SAFE"))
    desk.press("W", "y")
    #expect(desk.writes == 0)
    desk.press("W")
    #expect(desk.state.said == "write: no right to write /etc")
    desk.press("u")
    #expect(desk.state.said == "undo: no right to write /etc")
  }

  @Test func `p saves what is staged as a plan`() throws {
    var desk = Self.staged()
    desk.press("p", "Ctrl-U")
    desk.type("change.plan")
    desk.press("Enter")
    let plan = try #require(desk.saved["change.plan"])
    #expect(plan.files.map(\.path) == ["/usr/local/etc/ezjail/backup"])
  }

  @Test func `p without a name saves nothing`() {
    var desk = Self.staged()
    desk.press("p", "Ctrl-U", "Enter")
    #expect(desk.saved.isEmpty)
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `a guided session ends with what it chose staged`() {
    var desk = Desk(.twice, access: .reading("no right to write /etc"))
    desk.press("s", "a", "W")
    #expect(desk.state.staged.chosen.count == 2)
    #expect(desk.state.said == "write: no right to write /etc")
  }
}
