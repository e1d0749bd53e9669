import CellGrid

/// Rows of cells in columns that line up, within a width.
struct TextTable {
  private struct Row {
    let cells: [TextLine]
    let below: [TextLine]
  }

  private let titles: [String]
  private var rows: [Row] = []
  private var widths: [Int]
  private let minimums: [Int]

  private static let gap = 2
  private static let narrowest = 2

  /// - Parameter minimums: the widths below which columns only shrink when all have shrunk to theirs.
  init(_ titles: [String], minimums: [Int]) {
    self.titles = titles
    self.minimums = minimums
    widths = titles.map { displayWidth($0) }
  }

  /// - Parameter below: lines across the table under the row.
  mutating func add(_ cells: [TextLine], below: [TextLine] = []) {
    for (column, cell) in cells.enumerated() { widths[column] = max(widths[column], cell.width) }
    rows.append(Row(cells: cells, below: below))
  }

  /// The table with its titles; cells too long for their column go on below.
  func lines(columns: Int) -> [TextLine] {
    let fitted = fit(columns)
    var lines = Self.lines(of: titles.map { TextLine($0, .strong) }, fitted)
    for row in rows {
      lines += Self.lines(of: row.cells, fitted)
      for line in row.below { lines += line.wrapped(to: columns, indent: line.indentation) }
    }
    return lines
  }

  /// Takes columns from the widest that may give some until everything fits.
  private func fit(_ columns: Int) -> [Int] {
    var fitted = widths
    var excess = widths.reduce(Self.gap * (widths.count - 1), +) - columns
    for limits in [minimums, minimums.map { min($0, Self.narrowest) }] {
      while excess > 0 {
        let given = fitted.indices.filter { fitted[$0] > limits[$0] }
        guard let widest = given.max(by: { fitted[$0] < fitted[$1] }) else { break }
        fitted[widest] -= 1
        excess -= 1
      }
    }
    return fitted
  }

  private static func lines(of row: [TextLine], _ widths: [Int]) -> [TextLine] {
    let cells = row.indices.map { index in
      row[index].wrapped(to: max(widths[index], 1), indent: row[index].indentation)
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { number in
      var line = TextLine()
      var start = 0
      for (column, cell) in cells.enumerated() {
        if number < cell.count, !cell[number].isEmpty {
          line.pad(to: start)
          line.append(cell[number])
        }
        start += widths[column] + gap
      }
      return line
    }
  }
}
