import CellGrid

/// The next boot, command by command.
enum BootView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {}
}
