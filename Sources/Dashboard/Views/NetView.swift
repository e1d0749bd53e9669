import CellGrid
import Phrases
import Reports

/// Interfaces, aliases and jails side by side, with what is behind the selection below.
enum NetView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    if let notice = state.shown.notice, !layout.notice.isEmpty {
      let region = layout.notice
      grid.put(
        StyledLine(notice, .severityWarning), row: region.row, column: region.column + 1,
        limit: region.columns - 2, state.glyphs)
    }
    if layout.tier == .wide {
      NetPanesView(state, layout).draw(on: &grid)
    } else if layout.tier == .tiny {
      NetTinyView(state, layout).draw(on: &grid)
    } else {
      NetTableView(state, layout).draw(on: &grid)
    }
    if state.visible.net.isEmpty { drawEmpty(state, layout, on: &grid) }
    guard !layout.detail.isEmpty else { return }
    if layout.tier == .wide {
      NetDetailView(state, layout.detail).draw(on: &grid)
    } else {
      DetailStrip.draw(state, layout, on: &grid)
    }
  }

  /// Why there is nothing to see, and what to do about it.
  private static func drawEmpty(
    _ state: DashboardState, _ layout: Layout, on grid: inout CellGrid
  ) {
    let back = state.keys.keys(of: .back).first?.name ?? "Esc"
    let text: String
    if !state.filter.isEmpty {
      text = spoken("nothing matches \(state.filter); \(back) shows all")
    } else if state.showsOnlyProblems {
      text =
        state.shown.assessment.verdict == .unknown
        ? spoken("nothing is known to be wrong with any address or jail; \(back) shows all")
        : spoken("nothing is wrong with any address or jail; \(back) shows all")
    } else {
      text = spoken("these files configure no interface and no jail")
    }
    let region =
      layout.tier == .wide
      ? NetPanes.lines(of: NetPanes(layout.list).aliases).inset(columns: 2)
      : layout.list.split(top: layout.tier == .tiny ? 0 : 1).rest.inset(columns: 2)
    grid.put(
      StyledLine(text, .textDim).wrapped(to: region.columns), in: region, state.glyphs)
    grid.cursor = CellGrid.Position(row: region.row, column: region.column)
  }
}

extension NetView {
  /// The pane at a column; nil where there are none.
  static func pane(at column: Int, _ layout: Layout) -> NetPane? {
    layout.tier == .wide ? NetPanes(layout.list).pane(at: column) : nil
  }

  /// The entry of the list at a row of the screen.
  static func entry(at row: Int, _ state: DashboardState) -> Int? {
    let layout = Layout(state)
    if layout.tier == .wide, state.pane == .interfaces {
      let pane = InterfacesPane(state, NetPanes(layout.list).interfaces)
      guard let interface = pane.interface(at: row) else { return nil }
      return state.visible.net.firstIndex { state.shown.rows[$0].interface == interface }
    }
    let offset = row - layout.netTop
    let lines = NetLines(state).lines
    guard lines.indices.contains(offset) else { return nil }
    switch lines[offset] {
    case .row(let position), .more(let position): return position
    case .heading: return nil
    }
  }
}
