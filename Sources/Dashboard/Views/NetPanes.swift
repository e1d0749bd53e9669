import CellGrid

/// Where the three panes of the wide main view are.
struct NetPanes {
  let interfaces: Region
  let aliases: Region
  let gutter: Region
  let jails: Region

  init(_ list: Region) {
    let between = 10
    var rest: Region
    (interfaces, rest) = list.split(left: min(max(list.columns / 7, 19), 30))
    (aliases, rest) = rest.split(left: (rest.columns - between) * 12 / 25)
    (gutter, jails) = rest.split(left: between)
  }

  func region(of pane: NetPane) -> Region {
    switch pane {
    case .interfaces: interfaces
    case .aliases: aliases
    case .jails: jails
    }
  }

  /// The lines of a pane, below its border and its heading.
  static func lines(of pane: Region) -> Region {
    let inner = pane.inset(rows: 1, columns: 1)
    return inner.split(top: 1).rest
  }

  func pane(at column: Int) -> NetPane? {
    NetPane.allCases.first { pane in
      let region = region(of: pane)
      return column >= region.column && column < region.column + region.columns
    }
  }
}

/// What lies under the rows: the selection, and what has to do with it.
struct NetSelection {
  private let state: DashboardState
  private let row: NetRow?
  private let hasPanes: Bool

  init(_ state: DashboardState, hasPanes: Bool) {
    self.state = state
    self.hasPanes = hasPanes
    row = state.currentRow
  }

  /// The ground of a visible row in a pane; nil when it has nothing to do with the selection.
  func ground(of position: Int, in pane: NetPane) -> Role? {
    if position == state.net.selected {
      return !hasPanes || pane == state.pane ? .selection : .selectionInactive
    }
    return isRelated(state.shown.rows[state.visible.net[position]]) ? .selectionRelated : nil
  }

  /// Lays the ground of a row, marks the selected one and puts the cursor there, for those who hear or
  /// feel the screen.
  ///
  /// - Parameter region: the row's, in its pane.
  /// - Returns: the ground.
  func lay(
    _ position: Int, in pane: NetPane, _ region: Region, hasMark: Bool = true,
    on grid: inout CellGrid
  ) -> Role? {
    let ground = ground(of: position, in: pane)
    if let ground { grid.lay(ground, under: region) }
    if hasMark, ground == .selection {
      grid.put(
        state.glyphs[.mark], row: region.row, column: region.column,
        CellStyle(.selectionMark, on: ground))
      grid.cursor = CellGrid.Position(row: region.row, column: region.column)
    }
    return ground
  }

  private func isRelated(_ other: NetRow) -> Bool {
    guard let row else { return false }
    if hasPanes, state.pane == .interfaces { return row.interface == other.interface }
    if let address = row.address, other.address == address { return true }
    return row.use.map { $0.jail == other.use?.jail } ?? false
  }
}
