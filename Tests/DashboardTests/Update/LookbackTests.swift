import Testing

@testable import Dashboard

/// Since when something is found, asked for at one key.
struct LookbackTests {
  @Test func `what is found out lies over the view until it is left`() {
    var desk = Desk(.demo, columns: 80, rows: 24)
    desk.press("t")
    #expect(desk.shows("since monday: prefix-length-conflict"))
    desk.press("Esc")
    #expect(!desk.shows("since monday"))
  }

  @Test func `what comes when somebody does something else is dropped`() {
    var desk = Desk(.demo, columns: 80, rows: 24)
    desk.isOutsideBusy = true
    desk.press("t")
    #expect(desk.shows("looking back"))
    desk.press("x")
    desk.letGo()
    #expect(!desk.shows("since monday"))
    #expect(!desk.shows("looking back"))
  }
}
