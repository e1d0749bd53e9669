/// The views that the digits choose.
package enum MainView: Int, Sendable, CaseIterable {
  case net = 1
  case findings, boot, map, undo, help

  /// As the tab shows it.
  package var title: String {
    switch self {
    case .net: "Net"
    case .findings: "Findings"
    case .boot: "Boot"
    case .map: "Map"
    case .undo: "Undo"
    case .help: "Help"
    }
  }
}

/// The panes of the main view.
package enum NetPane: Int, Sendable, CaseIterable {
  case interfaces, aliases, jails
}
