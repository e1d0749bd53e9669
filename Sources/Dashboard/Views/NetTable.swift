import CellGrid

/// Columns with a heading, as wide as what stands in them and as there is room for.
struct NetTable {
  /// Where a text that is too long is cut.
  enum Cut {
    case beginning, middle, end
    /// The beginning of what follows the interface: `vtnet0|…::3`.
    case address
  }

  struct Column {
    let title: String
    let want: ColumnPlan.Want
    let cut: Cut
    let isRight: Bool

    init(
      _ title: String, _ least: Int, rank: Int, _ texts: [StyledLine], cut: Cut = .end,
      isRight: Bool = false
    ) {
      self.title = title
      self.isRight = isRight
      // an empty column takes no room
      let most = texts.reduce(0) { max($0, $1.width) }
      let all = max(most, title.count)
      want = ColumnPlan.Want(
        most == 0 ? 0 : max(min(least, all), title.count), most == 0 ? 0 : all, rank: rank)
      self.cut = cut
    }
  }

  private let columns: [Column]
  private let widths: [Int]
  private let starts: [Int]
  private let glyphs: Glyphs

  init(_ columns: [Column], in width: Int, gap: Int, _ glyphs: Glyphs) {
    self.columns = columns
    self.glyphs = glyphs
    let plan = ColumnPlan(columns.map(\.want), in: width, gap: gap)
    widths = plan.widths
    starts = plan.starts(gap: gap)
  }

  /// There is room for a column.
  func hasRoom(_ column: Int) -> Bool { widths[column] > 0 || columns[column].want.most == 0 }

  /// Nothing in a column is cut.
  func isWhole(_ column: Int) -> Bool { widths[column] >= columns[column].want.most }

  func drawHeading(row: Int, column: Int, on grid: inout CellGrid) {
    for index in columns.indices where widths[index] > 0 {
      let title = columns[index].title
      let shift = columns[index].isRight ? max(widths[index] - title.count, 0) : 0
      grid.put(
        title, row: row, column: column + starts[index] + shift, limit: widths[index],
        CellStyle(.tableHeader))
    }
  }

  /// Draws a row; the cells stand in the order of the columns.
  func draw(
    _ cells: [StyledLine], row: Int, column: Int, on ground: Role?, _ grid: inout CellGrid
  ) {
    for index in columns.indices where widths[index] > 0 && index < cells.count {
      let cell = fitted(cells[index], index)
      let shift = columns[index].isRight ? max(widths[index] - cell.width, 0) : 0
      grid.put(
        cell, row: row, column: column + starts[index] + shift, limit: widths[index] - shift,
        on: ground, glyphs)
    }
  }

  private func fitted(_ line: StyledLine, _ index: Int) -> StyledLine {
    let width = widths[index]
    guard line.width > width, line.pieces.count == 1, let piece = line.pieces.first else {
      return line
    }
    switch columns[index].cut {
    case .end: return line
    case .beginning: return StyledLine(glyphs.withoutBeginning(piece.text, width), piece.role)
    case .middle: return StyledLine(glyphs.withoutMiddle(piece.text, width), piece.role)
    case .address:
      // a note in the place of one
      if piece.role == .textDim { return line }
      let parts = piece.text.split(separator: "|", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].count + 5 <= width else {
        return StyledLine(glyphs.withoutBeginning(piece.text, width), piece.role)
      }
      let rest = glyphs.withoutBeginning(parts[1], width - parts[0].count - 1)
      return StyledLine("\(parts[0])|\(rest)", piece.role)
    }
  }
}
