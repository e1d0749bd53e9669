import CellGrid
import Phrases

/// Between aliases and jails: who shares which address, and whether the lengths agree.
struct LinkGutter {
  private let panes: NetPanes
  private let lines: NetLines
  private let cells: [Int: NetCells]
  private let selection: NetSelection
  private let state: DashboardState

  init(
    _ panes: NetPanes, _ lines: NetLines, _ cells: [Int: NetCells], _ selection: NetSelection,
    _ state: DashboardState
  ) {
    self.panes = panes
    self.lines = lines
    self.cells = cells
    self.selection = selection
    self.state = state
  }

  func draw(on grid: inout CellGrid) {
    let first = NetPanes.lines(of: panes.jails).row
    for (offset, line) in lines.lines.enumerated() {
      guard case .row(let position) = line, let link = cells[position]?.link, link.width > 0 else {
        continue
      }
      draw(link, state.shown.rows[state.visible.net[position]].link, first + offset, on: &grid)
    }
    drawLegend(on: &grid)
  }

  /// A line from border to border with the sign in its middle.
  private func draw(
    _ link: StyledLine, _ kind: NetRow.Link, _ row: Int, on grid: inout CellGrid
  ) {
    let glyphs = state.glyphs
    let gutter = panes.gutter
    let rail = CellStyle(kind == .conflict ? .netPrefixConflict : .paneBorder)
    grid.fill(
      gutter.row(row),
      with: glyphs[.horizontal], rail)
    let borders: [(Glyph, Int, NetPane)] = [
      (.teeRight, gutter.column - 1, .aliases), (.teeLeft, gutter.column + gutter.columns, .jails),
    ]
    for (tee, column, pane) in borders {
      let role: Role = state.pane == pane ? .paneBorderFocused : .paneBorder
      grid.put(glyphs[tee], row: row, column: column, CellStyle(role))
    }
    let start = gutter.column + max((gutter.columns - link.width) / 2, 0)
    grid.put(link, row: row, column: start, limit: gutter.columns, glyphs)
  }

  /// What the signs mean, in the border below.
  private func drawLegend(on grid: inout CellGrid) {
    let region = panes.jails
    let line = Self.legend(state.glyphs)
    guard line.width + 4 < region.columns else { return }
    grid.put(
      line, row: region.row + region.rows - 1, column: region.column + 2, limit: line.width,
      state.glyphs)
  }

  /// What the signs mean.
  static func legend(_ glyphs: Glyphs) -> StyledLine {
    let signs: [(Glyph, String, Role)] = [
      (.linkSame, spoken("shared"), .netJail),
      (.linkConflict, spoken("other length"), .netPrefixConflict),
      (.linkJail, spoken("from the jail"), .textDim),
    ]
    var line = StyledLine(" ")
    for (glyph, text, role) in signs {
      if line.pieces.count > 1 { line.append(" ") }
      line.append(glyphs[glyph], role)
      line.append(" \(text) ", .textDim)
    }
    return line
  }
}
