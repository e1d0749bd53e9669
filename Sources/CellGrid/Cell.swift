/// What stands for what in one cell, and on which ground.
package struct CellStyle: Sendable, Hashable {
  /// What the text stands for.
  package var role: Role
  /// What lies under it, such as the selection; nil when nothing does.
  package var ground: Role?

  package init(_ role: Role = .text, on ground: Role? = nil) {
    self.role = role
    self.ground = ground
  }
}

/// One column of one row of the screen.
package struct Cell: Sendable, Hashable {
  /// One character with the marks that combine with it, escaped; empty behind a wide one.
  package var text: String
  /// What it stands for.
  package var style: CellStyle

  package init(_ text: String = " ", _ style: CellStyle = CellStyle()) {
    self.text = text
    self.style = style
  }
}

/// A rectangle of cells.
package struct Region: Sendable, Hashable {
  /// The first row, from 0.
  package var row: Int
  /// The first column, from 0.
  package var column: Int
  /// How many rows it has.
  package var rows: Int
  /// How many columns it has.
  package var columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }

  /// Nothing can be drawn in it.
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Whether a cell is in it.
  package func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < self.row + rows && column >= self.column
      && column < self.column + columns
  }

  /// One row of it, by its number on the screen.
  package func row(_ row: Int) -> Region {
    Region(row: row, column: column, rows: 1, columns: columns)
  }

  /// The region without so many rows and columns on each side.
  package func inset(rows: Int = 0, columns: Int = 0) -> Region {
    Region(
      row: row + rows, column: column + columns, rows: self.rows - 2 * rows,
      columns: self.columns - 2 * columns)
  }

  /// Its first rows, and what is left below them.
  package func split(top count: Int) -> (top: Region, rest: Region) {
    let count = min(max(count, 0), rows)
    return (
      Region(row: row, column: column, rows: count, columns: columns),
      Region(row: row + count, column: column, rows: rows - count, columns: columns)
    )
  }

  /// Its first columns, and what is left of it beside them.
  package func split(left count: Int) -> (left: Region, rest: Region) {
    let count = min(max(count, 0), columns)
    return (
      Region(row: row, column: column, rows: rows, columns: count),
      Region(row: row, column: column + count, rows: rows, columns: columns - count)
    )
  }
}
