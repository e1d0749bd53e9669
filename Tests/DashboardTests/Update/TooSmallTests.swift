import CellGrid
import Rules
import Testing

@testable import Dashboard

/// A screen that has no room to show what a key would do.
struct TooSmallTests {
  private static let openings: [[String]] = [
    [], ["2"], ["f"], ["f", "Enter"], ["f", "Enter", "W"], ["f", "Enter", "W", "y", "u"], ["s"],
    ["i"], ["x"], ["f", "Enter", "p"], ["T"],
  ]

  private static let keys =
    (33...126).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }.filter { $0 != "q" }
    + [
      "Space", "Enter", "Tab", "Shift-Tab", "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home",
      "End", "Backspace", "Ctrl-U",
    ]

  private static func small(_ opening: [String], _ columns: Int = 30, _ rows: Int = 6) -> Desk {
    var desk = Desk(.demo, columns: 80, rows: 24)
    for key in opening { desk.press(key) }
    desk.resize(columns, rows)
    return desk
  }

  @Test(arguments: openings, [[30, 6], [39, 24], [80, 9]])
  func `no key does anything but those that leave`(_ opening: [String], _ size: [Int]) {
    var desk = Self.small(opening, size[0], size[1])
    var untouched = desk
    let writes = desk.writes
    for key in Self.keys { desk.press(key) }
    desk.send(.event(.paste("Wy")))
    desk.send(.event(.click(row: 4, column: 4)))
    desk.send(.event(.wheel(row: 4, column: 4, lines: 3)))
    #expect(desk.writes == writes)
    #expect(!desk.hasQuit)
    #expect(desk.edited.isEmpty && desk.copied.isEmpty && desk.saved.isEmpty)
    desk.resize(80, 24)
    untouched.resize(80, 24)
    #expect(desk.text == untouched.text)
  }

  @Test func `it says how much room is needed`() {
    #expect(Self.small([]).shows("40x10 are needed"))
    #expect(Self.small(["f", "Enter", "W"], 39, 24).shows("40x10 are needed"))
    #expect(!Self.small([], 40, 10).shows("40x10 are needed"))
  }

  @Test func `Esc says no to a question that is not to be seen`() {
    var desk = Self.small(["f", "Enter", "W"])
    desk.press("Esc", "y")
    desk.resize(80, 24)
    desk.press("y")
    #expect(desk.writes == 0)
    #expect(desk.state.staged.chosen.count == 1)
  }

  @Test func `Esc drops no session`() {
    var desk = Desk(.twice)
    desk.press("s", "y")
    desk.resize(30, 6)
    desk.press("Esc")
    #expect(desk.state.guidedSession != nil)
  }

  @Test func `q leaves unless something is staged, Ctrl-C all the same`() {
    var desk = Self.small(["x"])
    desk.press("q")
    #expect(desk.hasQuit)
    desk = Self.small(["f", "Enter"])
    desk.press("q")
    #expect(!desk.hasQuit)
    #expect(desk.shows("1 staged and not"))
    desk.press("Ctrl-C")
    #expect(desk.hasQuit)
  }
}
