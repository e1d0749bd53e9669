import CellGrid
import HostModel
import Phrases
import Rules

/// The host's interfaces, around the one of the selected row.
struct InterfacesPane {
  private let state: DashboardState
  private let region: Region
  private let lines: Region
  private let selected: Int?
  /// The first one that is shown.
  private let first: Int

  init(_ state: DashboardState, _ region: Region) {
    self.state = state
    self.region = region
    lines = NetPanes.lines(of: region)
    selected = state.currentRow?.interface
    let count = state.shown.interfaces.count
    first = max(min((selected ?? 0) - lines.rows / 2, count - lines.rows), 0)
  }

  /// The interface at a row of the screen.
  func interface(at row: Int) -> Int? {
    let index = first + row - lines.row
    let isShown = row >= lines.row && row < lines.row + lines.rows
    return isShown && state.shown.interfaces.indices.contains(index) ? index : nil
  }

  func draw(on grid: inout CellGrid) {
    let all = state.shown.interfaces
    let isFocused = state.pane == .interfaces
    grid.frame(
      region, title: state.title(spoken("INTERFACES  \(all.count)"), of: .interfaces),
      isFocused: isFocused, state.glyphs)
    let shown = first..<min(first + lines.rows, all.count)
    let rows = shown.map { cells(of: all[$0]) }
    let table = NetTable(
      [
        NetTable.Column(spoken("NAME"), 6, rank: 0, rows.map { $0[0] }, cut: .beginning),
        NetTable.Column(spoken("ADDR"), 4, rank: 1, rows.map { $0[1] }, isRight: true),
        NetTable.Column("", 8, rank: 2, rows.map { $0[2] }),
      ], in: lines.columns - 3, gap: 1, state.glyphs)
    table.drawHeading(row: lines.row - 1, column: lines.column + 3, on: &grid)
    for (offset, index) in shown.enumerated() {
      let row = lines.row + offset
      let ground: Role? = index == selected ? (isFocused ? .selection : .selectionInactive) : nil
      if let ground {
        grid.lay(
          ground, under: lines.row(row))
      }
      if index == selected, isFocused {
        grid.put(
          state.glyphs[.mark], row: row, column: lines.column,
          CellStyle(.selectionMark, on: ground))
        grid.cursor = CellGrid.Position(row: row, column: lines.column)
      }
      if let worst = all[index].severity {
        grid.put(
          worst.letter, row: row, column: lines.column + 1, CellStyle(worst.role, on: ground))
      }
      table.draw(rows[offset], row: row, column: lines.column + 3, on: ground, &grid)
    }
    drawRest(all.count, on: &grid)
  }

  private func cells(of line: InterfaceLine) -> [StyledLine] {
    let count = line.addressCount
    return [
      StyledLine(line.interface.name, .netInterface),
      StyledLine(
        line.interface.unknownAddresses.isEmpty ? "\(count)" : "\(count)+?",
        count == 0 ? .textDim : .text),
      state.shown.standing?.interface == line.interface.name
        ? StyledLine(spoken("you here"), .severityWarning)
        : StyledLine(line.interface.presence.word, .textDim),
    ]
  }

  private func drawRest(_ count: Int, on grid: inout CellGrid) {
    guard count > lines.rows else { return }
    grid.put(
      " \(first + 1)-\(min(first + lines.rows, count)) ",
      row: region.row + region.rows - 1, column: region.column + 2, limit: region.columns - 4,
      CellStyle(.textDim))
  }
}
