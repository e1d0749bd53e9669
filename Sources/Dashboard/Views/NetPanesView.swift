import CellGrid
import HostModel
import Phrases

/// The main view where there is room: interfaces, aliases and jails in a pane each, the lines of the
/// last two side by side with a gutter between them.
struct NetPanesView {
  let state: DashboardState
  let panes: NetPanes
  private let lines: NetLines
  private let cells: [Int: NetCells]
  private let selection: NetSelection

  init(_ state: DashboardState, _ layout: Layout) {
    self.state = state
    panes = NetPanes(layout.list)
    lines = NetLines(state)
    selection = NetSelection(state, hasPanes: true)
    cells = lines.cells(state)
  }

  func draw(on grid: inout CellGrid) {
    let picture = state.shown
    InterfacesPane(state, panes.interfaces).draw(on: &grid)
    frame(.aliases, spoken("ALIASES  \(picture.addressCount)"), on: &grid)
    frame(.jails, spoken("JAILS  \(picture.forecast.jails.count)"), on: &grid)
    if let position = state.netPosition {
      grid.put(
        " \(position) ", row: panes.aliases.row + panes.aliases.rows - 1,
        column: panes.aliases.column + 2, CellStyle(.textDim))
    }
    drawAliases(on: &grid)
    drawJails(on: &grid)
    LinkGutter(panes, lines, cells, selection, state).draw(on: &grid)
    if picture.forecast.jails.isEmpty {
      let region = NetPanes.lines(of: panes.jails).inset(columns: 2)
      grid.put(
        StyledLine(spoken("no jail is configured"), .textDim).wrapped(to: region.columns),
        in: region,
        state.glyphs)
    }
  }

  private func frame(_ pane: NetPane, _ title: String, on grid: inout CellGrid) {
    grid.frame(
      panes.region(of: pane), title: state.title(title, of: pane), isFocused: pane == state.pane,
      state.glyphs)
  }

  // MARK: aliases

  private func drawAliases(on grid: inout CellGrid) {
    let region = NetPanes.lines(of: panes.aliases)
    let all = Array(cells.values)
    let table = NetTable(
      [
        NetTable.Column(spoken("ADDRESS"), 12, rank: 0, all.map(\.address), cut: .beginning),
        NetTable.Column(spoken("LEN"), 8, rank: 1, all.map(\.length)),
        NetTable.Column(spoken("VARIABLE"), 6, rank: 3, all.map(\.variable), cut: .beginning),
        NetTable.Column(spoken("LINE"), 12, rank: 2, all.map(\.place), cut: .middle),
      ], in: region.columns - 3, gap: 2, state.glyphs)
    table.drawHeading(row: region.row - 1, column: region.column + 3, on: &grid)
    for (offset, line) in lines.lines.enumerated() {
      let row = region.row + offset
      switch line {
      case .heading(let group):
        grid.put(
          group.title(state.shown), row: row, column: region.column + 1,
          limit: region.columns - 1, state.glyphs)
      case .row(let position):
        guard let cells = cells[position] else { continue }
        let ground = selection.lay(position, in: .aliases, region.row(row), on: &grid)
        grid.put(
          cells.severity, row: row, column: region.column + 1, limit: 1, on: ground, state.glyphs)
        table.draw(
          [cells.address, cells.length, cells.variable, cells.place], row: row,
          column: region.column + 3, on: ground, &grid)
      case .more: continue
      }
    }
  }

  // MARK: jails

  private func drawJails(on grid: inout CellGrid) {
    let region = NetPanes.lines(of: panes.jails)
    let all = Array(cells.values)
    var table = jailTable(all, inFull: true, region)
    // how a length came about is told before names are cut, and not after
    let isFull = table.isWhole(0) && table.isWhole(2) && table.hasRoom(1)
    if !isFull { table = jailTable(all, inFull: false, region) }
    table.drawHeading(row: region.row - 1, column: region.column + 2, on: &grid)
    for (offset, line) in lines.lines.enumerated() {
      guard case .row(let position) = line, let cells = cells[position] else { continue }
      let row = region.row + offset
      let ground = selection.lay(position, in: .jails, region.row(row), on: &grid)
      table.draw(
        [
          cells.jail, cells.asked, isFull ? cells.askedLengthInFull : cells.askedLength,
          cells.askedPlace, cells.fate,
        ], row: row, column: region.column + 2, on: ground, &grid)
    }
  }

  private func jailTable(_ all: [NetCells], inFull: Bool, _ region: Region) -> NetTable {
    let lengths = all.map(inFull ? \.askedLengthInFull : \.askedLength)
    return NetTable(
      [
        NetTable.Column(spoken("JAIL"), 6, rank: 0, all.map(\.jail)),
        NetTable.Column(spoken("ASKS FOR"), 10, rank: 4, all.map(\.asked), cut: .address),
        NetTable.Column(
          spoken("LENGTH"), max(lengths.map(\.width).max() ?? 0, 4), rank: 2, lengths),
        NetTable.Column(spoken("LINE"), 12, rank: 3, all.map(\.askedPlace), cut: .middle),
        NetTable.Column(spoken("AT BOOT"), 13, rank: 1, all.map(\.fate)),
      ], in: region.columns - 2, gap: 2, state.glyphs)
  }
}

extension DashboardState {
  /// The title of a pane; the focused one has a mark, for want of colour.
  func title(_ title: String, of pane: NetPane) -> String {
    pane == self.pane ? "\(glyphs[.mark]) \(title)" : title
  }
}

extension NetLines {
  /// What the rows on the screen say, by position.
  func cells(_ state: DashboardState) -> [Int: NetCells] {
    var cells: [Int: NetCells] = [:]
    for case .row(let position) in lines {
      let row = state.shown.rows[state.visible.net[position]]
      cells[position] = NetCells(row, state.shown, state.glyphs)
    }
    return cells
  }
}
