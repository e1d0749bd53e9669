import CellGrid
import TestHosts
import Testing

@testable import Dashboard

/// A cat on the keyboard.
struct RandomKeyTests {
  private static let names =
    (33...126).compactMap { Unicode.Scalar($0).map { String(Character($0)) } } + [
      "Space", "Enter", "Esc", "Tab", "Shift-Tab", "Up", "Down", "Left", "Right", "PgUp", "PgDn",
      "Home", "End", "Backspace", "Ctrl-C", "Ctrl-U", "Ctrl-L",
    ]

  @Test(arguments: [2, 3, 4, 5] as [UInt64])
  func `nothing is written without W or u, and y after it`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var desk = Desk(.twice, columns: 80, rows: 24)
    for number in 0..<2500 {
      // the keys that lead somewhere more often than a cat would hit them
      let key =
        number % 3 == 0
        ? numbers.pick(["f", "Enter", "s", "y", "W", "u", "n", "a"]) : numbers.pick(Self.names)
      let before = desk.writes
      let wasAsked = Self.isAsked(desk)
      // by the command line and the list of commands, too, somebody asks for it
      let mayAsk =
        key == "W" || key == "u"
        || key == "Enter" && (desk.state.prompt != nil || desk.state.view == .help)
      desk.press(key)
      if desk.writes > before { #expect(key == "y" && wasAsked, "\(key) wrote") }
      if !wasAsked, Self.isAsked(desk) { #expect(mayAsk, "\(key) asked") }
      if number % 50 == 0 {
        desk.resize(
          Int.random(in: 1...200, using: &numbers), Int.random(in: 1...60, using: &numbers))
      }
      if number % 10 == 0 { #expect(desk.screen.rows == desk.state.size.rows) }
    }
    #expect(desk.writes > 0, "the keys never came to writing")
  }

  private static func isAsked(_ desk: Desk) -> Bool {
    switch desk.state.confirmation?.action {
    case .write?, .undo?: true
    case .makeLive?, .quit?, .rescan?, nil: false
    }
  }
}
