import CellGrid

/// The main view on a small screen: two lines for an address, the second with who uses it and where
/// all of it is written.
struct NetTinyView {
  private let state: DashboardState
  private let region: Region
  private let lines: NetLines
  private let cells: [Int: NetCells]
  private let selection: NetSelection

  init(_ state: DashboardState, _ layout: Layout) {
    self.state = state
    region = layout.list
    lines = NetLines(state)
    cells = lines.cells(state)
    selection = NetSelection(state, hasPanes: false)
  }

  func draw(on grid: inout CellGrid) {
    for (offset, line) in lines.lines.enumerated() {
      let row = region.row + offset
      switch line {
      case .heading(let group):
        grid.put(
          group.title(state.shown), row: row, column: region.column + 1, limit: region.columns - 2,
          state.glyphs)
      case .row(let position): drawFirst(position, row, on: &grid)
      case .more(let position): drawSecond(position, row, on: &grid)
      }
    }
  }

  /// Address, both lengths, and what becomes of the jail at the right.
  private func drawFirst(_ position: Int, _ row: Int, on grid: inout CellGrid) {
    guard let cells = cells[position] else { return }
    let ground = selection.lay(position, in: state.pane, region.row(row), on: &grid)
    grid.put(
      cells.severity, row: row, column: region.column + 1, limit: 1, on: ground, state.glyphs)
    let end = region.column + region.columns - 1
    grid.put(
      cells.fate, row: row, column: end - cells.fate.width, limit: cells.fate.width, on: ground,
      state.glyphs)
    var lengths = cells.length
    if !cells.askedLength.pieces.isEmpty {
      lengths.append(" ")
      for piece in cells.shortLink.pieces { lengths.append(piece.text, piece.role) }
      lengths.append(" ")
      for piece in cells.askedLength.pieces { lengths.append(piece.text, piece.role) }
    }
    let start = region.column + 3
    let room = max(end - cells.fate.width - 1 - start - lengths.width, 0)
    let name = cells.addressOrInside.pieces.isEmpty ? cells.jail : cells.addressOrInside
    let text = state.glyphs.withoutBeginning(name.text, room)
    let used = grid.put(
      StyledLine(text, name.pieces.first?.role ?? .text), row: row, column: start, limit: room,
      on: ground, state.glyphs)
    grid.put(
      lengths, row: row, column: start + used, limit: lengths.width, on: ground, state.glyphs)
  }

  /// The jail, and where both sides are written.
  private func drawSecond(_ position: Int, _ row: Int, on grid: inout CellGrid) {
    guard let cells = cells[position] else { return }
    let ground = selection.lay(
      position, in: state.pane, region.row(row), hasMark: false, on: &grid)
    var parts = cells.addressOrInside.pieces.isEmpty ? [cells.asked] : [cells.jail]
    parts += [cells.place, cells.askedPlace]
    var line = StyledLine()
    for part in parts where !part.pieces.isEmpty {
      if !line.pieces.isEmpty { line.append("  ") }
      for piece in part.pieces { line.append(piece.text, piece.role) }
    }
    grid.put(
      line, row: row, column: region.column + 4, limit: region.columns - 5, on: ground,
      state.glyphs)
  }
}
