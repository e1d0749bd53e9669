/// A screen as a value: rows of cells, and where the cursor is.
///
/// Invariant: a wide character has a cell with empty text behind it, and never stands in the last
/// column of what it was drawn into.
package struct CellGrid: Sendable, Equatable {
  /// How many columns it has.
  package let columns: Int
  /// How many rows it has.
  package let rows: Int
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor goes; nil hides it.
  package var cursor: Position?

  /// A cell's row and column, from 0.
  package struct Position: Sendable, Hashable {
    /// From the top.
    package var row: Int
    /// From the left.
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// An empty screen.
  package init(columns: Int, rows: Int) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// All of it.
  package var region: Region { Region(row: 0, column: 0, rows: rows, columns: columns) }

  /// One cell, which has to be inside.
  package subscript(row: Int, column: Int) -> Cell {
    cells[row * columns + column]
  }

  /// Draws text, escaped, from a cell to the right; what doesn't fit is cut off.
  ///
  /// - Parameter limit: the most columns it may take; nil lets it go to the right edge.
  /// - Returns: the columns it took.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, limit: Int? = nil, _ style: CellStyle = CellStyle()
  ) -> Int {
    guard row >= 0, row < rows, column >= 0 else { return 0 }
    let end = min(columns, column + max(limit ?? columns, 0))
    var next = column
    if text.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) {
      for byte in text.utf8 where next < end {
        set(String(Unicode.Scalar(byte)), row, next, style)
        next += 1
      }
      return next - column
    }
    for scalar in escapeForTerminal(text).unicodeScalars {
      let width = displayWidth(scalar)
      if width == 0 {
        combine(scalar, row, next - 1)
        continue
      }
      guard next + width <= end else { break }
      set(String(scalar), row, next, style)
      if width == 2 { set("", row, next + 1, style) }
      next += width
    }
    return next - column
  }

  /// Fills a region with blanks, or with another character that takes one column.
  package mutating func fill(
    _ region: Region, with text: String = " ", _ style: CellStyle = CellStyle()
  ) {
    for row in max(region.row, 0)..<max(min(region.row + region.rows, rows), max(region.row, 0)) {
      let first = max(region.column, 0)
      for column in first..<max(min(region.column + region.columns, columns), first) {
        set(text, row, column, style)
      }
    }
  }

  /// Lays a ground under what is drawn in a region, without changing the text.
  package mutating func lay(_ ground: Role, under region: Region) {
    for row in max(region.row, 0)..<max(min(region.row + region.rows, rows), max(region.row, 0)) {
      let first = max(region.column, 0)
      for column in first..<max(min(region.column + region.columns, columns), first) {
        cells[row * columns + column].style.ground = ground
      }
    }
  }

  /// The same with everything beyond ASCII replaced, for terminals that show nothing else.
  package var ascii: CellGrid {
    var copy = self
    for index in cells.indices where cells[index].text.utf8.contains(where: { $0 >= 0x80 }) {
      copy.cells[index].text = "?"
    }
    return copy
  }

  private mutating func set(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle) {
    let index = row * columns + column
    // half of a wide character can't stay
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    if !text.isEmpty, column + 1 < columns, cells[index + 1].text.isEmpty {
      cells[index + 1].text = " "
    }
    cells[index] = Cell(text, style)
  }

  /// Adds a mark to the character before; more than a terminal library keeps are dropped.
  private mutating func combine(_ mark: Unicode.Scalar, _ row: Int, _ column: Int) {
    guard column >= 0 else { return }
    var index = row * columns + column
    if cells[index].text.isEmpty, column > 0 { index -= 1 }
    // ncurses' CCHARW_MAX is 5, the base with it
    guard cells[index].text.unicodeScalars.count < 5 else { return }
    cells[index].text.unicodeScalars.append(mark)
  }
}
