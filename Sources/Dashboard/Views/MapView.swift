import CellGrid

/// Who has which address of a network.
enum MapView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}

extension MapView {
  /// The address at a cell of the screen, counted from 0.
  static func cell(row: Int, column: Int, _ state: DashboardState) -> Int? { nil }
}
