import CellGrid
import Testing

@testable import Dashboard

/// Every screen at every size.
struct ScreenSizeTests {
  /// The keys that lead to each view, and to what lies over it.
  static let ways: [[String]] = [
    ["1"], ["2"], ["2", "Enter"], ["3"], ["4"], ["5"], ["6"], ["f"], ["f", "Enter", "d"], ["x"],
    ["s"], ["f", "Enter", "W"], ["f", "Enter", "q"], ["/", "a"], [":", "n"], ["i", "b"], ["T"],
    ["f", "?"], ["f", "Enter", "3", "Tab"],
  ]

  @Test(arguments: ways)
  func `is drawn, and moved in, at every size`(keys: [String]) {
    var desk = Desk(.demo)
    desk.press("n")
    for key in keys { desk.press(key) }
    let columns = [1, 2, 3, 5, 8, 13, 20, 39, 40, 59, 60, 79, 80, 119, 120, 140, 300]
    let rows = [1, 2, 3, 4, 5, 7, 9, 10, 11, 13, 14, 20, 24, 29, 30, 40, 100]
    for (columns, rows) in columns.flatMap({ column in rows.map { (column, $0) } }) {
      desk.resize(columns, rows)
      let screen = desk.screen
      #expect(screen.columns == columns)
      #expect(screen.rows == rows)
      if let cursor = screen.cursor {
        #expect((0..<columns).contains(cursor.column), "\(columns)x\(rows)")
        #expect((0..<rows).contains(cursor.row), "\(columns)x\(rows)")
      }
    }
  }
}
