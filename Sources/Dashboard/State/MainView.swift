import Phrases

/// The views that the digits choose.
package enum MainView: Int, Sendable, CaseIterable {
  case net = 1
  case findings, boot, map, undo, help

  /// As the tab shows it.
  package var title: String {
    switch self {
    case .net: spoken("Net")
    case .findings: spoken("Findings")
    case .boot: spoken("Boot")
    case .map: spoken("Map")
    case .undo: spoken("Undo")
    case .help: spoken("Help")
    }
  }
}

/// The panes of the main view.
package enum NetPane: Int, Sendable, CaseIterable {
  case interfaces, aliases, jails
}
