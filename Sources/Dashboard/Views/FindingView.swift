import CellGrid

/// One finding with all that is known of it.
enum FindingView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}
