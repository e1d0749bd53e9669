import CellGrid

/// Interfaces, aliases and jails side by side.
enum NetView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}

extension NetView {
  /// The pane at a column; nil where there are none.
  static func pane(at column: Int, _ layout: Layout) -> NetPane? { nil }

  /// The entry of the list at a row of the screen.
  static func entry(at row: Int, _ state: DashboardState) -> Int? { nil }
}
