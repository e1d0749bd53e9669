package import CellGrid

/// Draws the whole screen.
///
/// The same state always gives the same cells: in the terminal, in tests and in pictures.
package func render(_ state: DashboardState) -> CellGrid {
  var grid = CellGrid(columns: state.size.columns, rows: state.size.rows)
  let layout = Layout(state)
  TopBar.draw(state, in: layout.top, on: &grid)
  guard layout.tier > .line else {
    TooSmallView.draw(state, in: layout.body, on: &grid)
    return grid
  }
  TabBar.draw(state, in: layout.tabs, on: &grid)
  switch state.view {
  case .net: NetView.draw(state, layout, on: &grid)
  case .findings:
    if state.isFindingOpen {
      FindingView.draw(state, layout, on: &grid)
    } else {
      FindingsView.draw(state, layout, on: &grid)
    }
  case .boot: BootView.draw(state, layout, on: &grid)
  case .map: MapView.draw(state, layout, on: &grid)
  case .undo: UndoView.draw(state, layout, on: &grid)
  case .help: HelpView.draw(state, layout, on: &grid)
  }
  for overlay in state.overlays { OverlayView.draw(overlay, state, layout, on: &grid) }
  StatusLine.draw(state, layout, on: &grid)
  HintBar.draw(state, in: layout.hints, on: &grid)
  return grid
}
