package import CellGrid

/// Something a person can have the dashboard do.
package enum Command: String, Sendable, CaseIterable {
  // views
  case net, findings, boot, map
  case undoList = "undo-list"
  case help
  // moving
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case open, back
  case nextFinding = "next-finding"
  case previousFinding = "previous-finding"
  case onlyProblems = "only-problems"
  case filter
  case commandLine = "command"
  case nextPrefix = "next-prefix"
  case previousPrefix = "previous-prefix"
  // understanding
  case explain, when, copy, edit
  case editOther = "edit-other"
  case swapForecast = "swap-forecast"
  case claim
  // mending
  case fix, session, ignore
  case stagedDiff = "staged-diff"
  case unstage, write, undo
  case savePlan = "save-plan"
  case applyLive = "apply-live"
  case confirmLive = "confirm-live"
  case revertLive = "revert-live"
  case way1 = "way-1"
  case way2 = "way-2"
  case way3 = "way-3"
  case way4 = "way-4"
  case stage
  // answers
  case yes, no
  case takeSafe = "take-safe"
  case backStep = "back-step"
  case stopKeep = "stop"
  case stopDrop = "stop-drop"
  // the rest
  case accept, rescan, theme, mouse, redraw, suspend, close, quit
}

/// Where keys have a meaning of their own.
package enum Context: String, Sendable, CaseIterable {
  case net, findings, finding, boot, map, undo, help
  case chooser, guided, confirm, text, themes
  /// In every view, while a change of the running host is pending; its keys go before all others.
  case pending
}

extension Set<Context> {
  /// The views that the digits choose.
  static let views: Set<Context> = [.net, .findings, .finding, .boot, .map, .undo, .help]
  /// Everywhere but where a yes or no is asked for.
  static let calm = all.subtracting([.confirm])
  /// Everywhere.
  static let all = Set(Context.allCases).subtracting([.pending])

  /// Their names in a row.
  var names: String { map(\.rawValue).sorted().joined(separator: ", ") }
}

/// What a command cannot do without.
package enum Need: Sendable, Hashable {
  case nothing
  /// A finding at hand.
  case finding
  /// A place in a file of the host.
  case place
  /// A second place.
  case otherPlace
  /// Something staged.
  case staged
  /// Something staged, and the right to write the host.
  case writing
  /// A change in the journal that can be undone, and the right to.
  case undoable
  /// A file of the host that an editor can be opened on.
  case editing
  /// Another boot to show.
  case otherBoot
  /// A free address on the map.
  case freeAddress
  /// A running host that may be changed, and no change of it that is pending.
  case changingLive
}

/// A command with all that hints, help, key settings and the command line say of it.
package struct CommandRecord: Sendable {
  /// What it does.
  package let command: Command
  /// The keys it has unless somebody chose others.
  package let keys: [Key]
  /// Two or three words for the hint bar.
  package let title: String
  /// One clause for the help.
  package let help: String
  /// Where its keys count.
  package let contexts: Set<Context>
  /// What it cannot do without.
  package let need: Need
  /// How early the hint bar shows it: the lowest first; nil never.
  package let rank: Int?

  init(
    _ command: Command, _ keys: [Key], _ title: String, _ help: String,
    in contexts: Set<Context>, needs need: Need = .nothing, rank: Int? = nil
  ) {
    self.command = command
    self.keys = keys
    self.title = title
    self.help = help
    self.contexts = contexts
    self.need = need
    self.rank = rank
  }

  /// The name by which the command line and key settings call it.
  package var name: String { command.rawValue }
}
