import CellGrid

/// Every command with its keys.
enum HelpView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}
