import Rules
import Testing

@testable import Dashboard

/// The running host that changes while one looks at it.
struct RunningHostTests {
  @Test func `it is asked again, and that is said`() {
    var desk = Desk(.demo)
    desk.send(.runningHostChanged)
    #expect(desk.readings == 1)
    #expect(!desk.state.hasRunningHostChanged)
    #expect(desk.state.said == "the running host has changed")
  }

  @Test func `what is staged is kept`() {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter")
    desk.send(.runningHostChanged)
    #expect(desk.readings == 0)
    #expect(desk.state.staged.chosen.count == 1)
  }

  @Test func `whoever looks at something over the view is not disturbed`() {
    var desk = Desk(.demo)
    desk.press("n", "f")
    desk.send(.runningHostChanged)
    #expect(desk.readings == 0)
    #expect(!desk.state.overlays.isEmpty)
    desk.press("Esc")
    #expect(desk.readings == 1)
  }

  @Test func `files that change meanwhile are what is told`() {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.send(.runningHostChanged)
    desk.send(.filesChanged(["/etc/rc.conf"]))
    desk.isOutsideBusy = false
    desk.send(.scanned(desk.state.host, at: "12:00:00"))
    #expect(desk.state.said == "the files were read again")
  }
}
