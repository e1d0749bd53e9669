package import CellGrid
package import LiveApply
package import Rewrite
package import Rules
package import SourceText

/// All that the dashboard knows and shows.
///
/// It changes by `update` alone, and `render` makes a screen of it; neither does anything else.
package struct DashboardState: Sendable {
  /// What the dashboard may do to the host.
  package enum Access: Sendable, Hashable {
    case writing
    /// It may only look; the text says why.
    case reading(String)
  }

  /// Who and where, for the top bar.
  package struct Surroundings: Sendable {
    /// Where the host's files are: `/`, a directory, or the demo host.
    package let place: String
    /// What may be done.
    package let access: Access
    /// It is the built-in host, which is in no file.
    package let isDemo: Bool
    /// It was chosen among many hosts, and who leaves it is back there.
    package var isOneOfMany = false
    /// The local time of the last reading, as people read it; nil when nobody told.
    package var scannedAt: String?

    package init(
      place: String, access: Access, isDemo: Bool = false, scannedAt: String? = nil
    ) {
      self.place = place
      self.access = access
      self.isDemo = isDemo
      self.scannedAt = scannedAt
    }
  }

  /// A message that stays until something else happens.
  package struct Toast: Sendable, Hashable {
    /// What is said.
    package let text: String
    /// Something failed.
    package let isError: Bool
  }

  /// How much room there is.
  package internal(set) var size: ScreenSize
  /// Who and where.
  package internal(set) var around: Surroundings
  /// The host as its files are.
  package internal(set) var host: HostPicture
  /// What is chosen to be mended; it begins anew with every reading.
  package internal(set) var staged: FixSession
  /// The host as it would be with that; the same as `host` when nothing is.
  package internal(set) var shown: HostPicture
  /// The view that is shown.
  package internal(set) var view = MainView.net
  /// The pane of the main view whose selection the keys move.
  package internal(set) var pane = NetPane.aliases
  /// The selected row of the main view.
  package internal(set) var net = ListPosition()
  /// The selected finding.
  package internal(set) var findings = ListPosition()
  /// The finding that was gone to, until the selection moves.
  package internal(set) var soughtFinding: Int?
  /// The detail of the selected finding is open.
  package internal(set) var isFindingOpen = false
  /// The first line of the detail that is shown.
  package internal(set) var detailScroll = 0
  /// The selected line of the boot view.
  package internal(set) var boot = ListPosition()
  /// Which boot the boot view shows.
  package internal(set) var bootBasis = BootBasis.staged
  /// The runs of steps that are open in the boot view, by their first step.
  package internal(set) var openRuns: Set<Int> = []
  /// The host with all that is safe to mend; nil until it is worked out.
  package internal(set) var safe: SafeBoot?
  /// The revision that it was asked for last.
  package internal(set) var awaitedSafe: Int?
  /// The selected address of the map.
  package internal(set) var map = MapPosition()
  /// The networks of the host that is shown; worked out when the map is first looked at.
  package internal(set) var addressMap: AddressMap?
  /// The changes that were made, the oldest first; nil until they were read.
  package internal(set) var journal: [JournalRecord]?
  /// The files of a change as they were before it; of the one that was selected last.
  package internal(set) var changeBefore: (entry: String, files: HostCapture)?
  /// The change whose files were asked for last.
  package internal(set) var awaitedChange: String?
  /// The selected change.
  package internal(set) var undoList = ListPosition()
  /// The selected command of the help.
  package internal(set) var helpList = ListPosition()
  /// What lines have to hold to be shown, as typed.
  package internal(set) var filter = ""
  /// Only what something is wrong with is shown.
  package internal(set) var showsOnlyProblems = false
  /// The indices of what each list shows, after filters.
  package internal(set) var visible = VisibleEntries()
  /// What lies over the view, the topmost last.
  package internal(set) var overlays: [Overlay] = []
  /// What was said last.
  package internal(set) var toast: Toast?
  /// The change of the running host that is not over.
  package internal(set) var change: LiveChange?
  /// What is being worked out, in a word or two; nil when nothing is.
  package internal(set) var work: String?
  /// For how many seconds.
  package internal(set) var workTime = 0
  /// Files that changed since they were read.
  package internal(set) var changedFiles: [String] = []
  /// The running host changed since it was asked.
  package internal(set) var hasRunningHostChanged = false
  /// Somebody stopped the reading of these: they are not read again unasked.
  package internal(set) var leavesChanges = false
  /// Counts what was shown: ways to mend an earlier one don't fit the bytes of a later one.
  package internal(set) var revision = 0
  /// Ways to mend findings that were worked out since the last change, by finding.
  package internal(set) var proofs: [FindingKey: [ProvenFix]] = [:]
  /// The first way of a finding whose other ways are being worked out.
  package internal(set) var firstWays: [FindingKey: ProvenFix] = [:]
  /// The finding whose ways were asked for last.
  package internal(set) var awaitedProof: FindingKey?
  /// Clicks and the wheel come here, not to the terminal.
  package internal(set) var hasMouse: Bool
  /// Which key does what.
  package internal(set) var keys: KeyMap
  /// The names of the themes there are.
  package internal(set) var themes: [String]
  /// The position of the one that is shown.
  package internal(set) var theme: Int
  /// What borders and marks are drawn with.
  package internal(set) var glyphs: Glyphs
  /// Counts what is asked of the outside, so that late answers are told from awaited ones.
  package internal(set) var awaited = 0

  package init(
    _ analysis: Analysis, around: Surroundings, size: ScreenSize, keys: KeyMap = .standard,
    themes: [String] = ["terminal"], theme: Int = 0, glyphs: Glyphs = .line, hasMouse: Bool = true,
    complaint: String? = nil
  ) {
    self.size = size
    self.around = around
    host = HostPicture(analysis)
    shown = host
    staged = FixSession(analysis)
    self.keys = keys
    self.themes = themes
    self.theme = theme
    self.glyphs = glyphs
    self.hasMouse = hasMouse
    if let complaint { complain(complaint) }
    refresh()
    selectWorst()
    if shown.findings.isEmpty, let row = shown.doubtfulRows.first { show(row: row) }
  }

  /// Whose keys count; nil while a line is typed.
  package var context: Context? {
    if let overlay = overlays.last { return overlay.context }
    switch view {
    case .net: return .net
    case .findings: return isFindingOpen ? .finding : .findings
    case .boot: return .boot
    case .map: return .map
    case .undo: return .undo
    case .help: return .help
    }
  }

  /// The ways to mend a finding, when they are known.
  package func ways(for finding: Finding) -> [ProvenFix]? { proofs[FindingKey(finding)] }

  /// The same, or the first one as soon as that is known.
  func knownWays(for finding: Finding) -> [ProvenFix]? {
    ways(for: finding) ?? firstWays[FindingKey(finding)].map { [$0] }
  }
}
