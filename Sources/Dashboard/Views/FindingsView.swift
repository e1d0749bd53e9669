import CellGrid

/// The list of findings.
enum FindingsView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}
