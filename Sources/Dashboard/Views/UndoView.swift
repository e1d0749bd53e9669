import CellGrid

/// The changes that were made, the newest first.
enum UndoView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}
