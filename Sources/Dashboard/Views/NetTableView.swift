import CellGrid
import Phrases

/// The main view as one table: both sides of an address in one line, their lengths next to each
/// other.
struct NetTableView {
  private let state: DashboardState
  private let region: Region
  private let lines: NetLines
  private let cells: [Int: NetCells]
  private let selection: NetSelection
  private let table: NetTable
  /// In front of the table: the mark and the severity.
  private static let margin = 4

  init(_ state: DashboardState, _ layout: Layout) {
    self.state = state
    region = layout.list
    lines = NetLines(state)
    cells = lines.cells(state)
    selection = NetSelection(state, hasPanes: false)
    let all = Array(cells.values)
    let isTable = layout.tier >= .table
    var columns = [
      NetTable.Column(spoken("ADDRESS"), 15, rank: 0, all.map(\.addressOrNote), cut: .beginning),
      NetTable.Column(spoken("VARIABLE"), 6, rank: 8, all.map(\.variable), cut: .beginning),
      NetTable.Column(spoken("LINE"), 9, rank: 6, all.map(\.place), cut: .middle),
      NetTable.Column(spoken("LEN"), 8, rank: 1, all.map(\.length), isRight: true),
      NetTable.Column("", 1, rank: 2, all.map(\.shortLink)),
      NetTable.Column(spoken("ASKS"), 4, rank: 3, all.map(\.askedLength)),
      NetTable.Column(spoken("JAIL"), isTable ? 10 : 8, rank: 5, all.map(\.jail)),
      NetTable.Column(spoken("LINE"), 9, rank: 7, all.map(\.askedPlace), cut: .middle),
      NetTable.Column(spoken("BOOT"), 9, rank: 4, all.map(\.fate)),
    ]
    if !isTable { columns[1] = NetTable.Column("", 0, rank: 8, []) }
    table = NetTable(columns, in: region.columns - Self.margin - 1, gap: 1, state.glyphs)
  }

  func draw(on grid: inout CellGrid) {
    table.drawHeading(row: region.row, column: region.column + Self.margin, on: &grid)
    for (offset, line) in lines.lines.enumerated() {
      let row = region.row + 1 + offset
      switch line {
      case .heading(let group): drawHeading(group, row, on: &grid)
      case .row(let position): draw(position, row, on: &grid)
      case .more: continue
      }
    }
  }

  private func drawHeading(_ group: NetGroup, _ row: Int, on grid: inout CellGrid) {
    let used = grid.put(
      group.title(state.shown), row: row, column: region.column + 1, limit: region.columns - 2,
      state.glyphs)
    let start = region.column + 2 + used
    grid.fill(
      Region(row: row, column: start, rows: 1, columns: region.columns - start - 1),
      with: state.glyphs[.horizontal], CellStyle(.paneBorder))
  }

  private func draw(_ position: Int, _ row: Int, on grid: inout CellGrid) {
    guard let cells = cells[position] else { return }
    let ground = selection.lay(position, in: state.pane, region.row(row), on: &grid)
    grid.put(
      cells.severity, row: row, column: region.column + 2, limit: 1, on: ground, state.glyphs)
    table.draw(
      [
        cells.addressOrNote, cells.variable, cells.place, cells.length, cells.shortLink,
        cells.askedLength, cells.jail, cells.askedPlace, cells.fate,
      ], row: row, column: region.column + Self.margin, on: ground, &grid)
  }
}

extension NetCells {
  /// The address of the host's side, or the one in a jail's own stack.
  var addressOrInside: StyledLine {
    address.pieces.isEmpty && jail.pieces.first?.role == .netInterface ? asked : address
  }

  /// The address of the host's side, or what a jail has instead of one.
  var addressOrNote: StyledLine { address.pieces.isEmpty ? asked : address }
}
