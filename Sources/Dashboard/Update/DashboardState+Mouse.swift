import CellGrid

/// What a click is on.
extension DashboardState {
  mutating func click(row: Int, column: Int) -> [Effect] {
    guard overlays.isEmpty else { return [] }
    let layout = Layout(self)
    if layout.tabs.contains(row: row, column: column) {
      guard let view = TabBar.view(at: column, self) else { return [] }
      return perform(view.command)
    }
    guard layout.body.contains(row: row, column: column) else { return [] }
    let line = row - layout.body.row
    soughtFinding = nil
    switch view {
    case .net:
      if let pane = NetView.pane(at: column, layout) { self.pane = pane }
      if let index = NetView.entry(at: row, self) { net.select(index, of: visible.net.count) }
    case .findings where !isFindingOpen:
      if let index = FindingsView.entry(row: row, column: column, self) {
        findings.select(index, of: visible.findings.count)
      }
    case .boot where layout.boot.list.contains(row: row, column: column):
      if (1...layout.bootRows).contains(line) {
        boot.select(boot.top + line - 1, of: visible.boot.count)
      }
    case .map: if let cell = MapView.cell(row: row, column: column, self) { map.cell = cell }
    case .undo where layout.undo.list.contains(row: row, column: column):
      undoList.select(undoList.top + line - 1, of: visible.undo.count)
    case .help: helpList.select(helpList.top + line - 1, of: visible.help.count)
    case .findings, .boot, .undo: break
    }
    return []
  }
}

extension MainView {
  /// The command that shows it.
  var command: Command {
    switch self {
    case .net: .net
    case .findings: .findings
    case .boot: .boot
    case .map: .map
    case .undo: .undoList
    case .help: .help
    }
  }
}
