/// The entries of each list that are shown, after filters, as indices.
package struct VisibleEntries: Sendable {
  /// Rows of the main view.
  package internal(set) var net: [Int] = []
  /// Findings.
  package internal(set) var findings: [Int] = []
  /// Lines of the boot view.
  package internal(set) var boot: [Int] = []
  /// Changes in the journal, the newest first.
  package internal(set) var undo: [Int] = []
  /// Commands of the help.
  package internal(set) var help: [Int] = []
  /// What rows, findings and lines of the boot were worked out for.
  var basis: Basis?

  /// All that decides which of them are shown: on a large host they are not to be gone through for
  /// every key.
  struct Basis: Sendable {
    let filter: String
    let showsOnlyProblems: Bool
    let shown: HostPicture
    let boot: HostPicture
    let openRuns: Set<Int>

    func isSame(as other: Basis?) -> Bool {
      guard let other else { return false }
      return filter == other.filter && showsOnlyProblems == other.showsOnlyProblems
        && shown === other.shown && boot === other.boot && openRuns == other.openRuns
    }
  }
}

/// A text that lines have to hold, or with `!` in front must not hold; letters match in either case.
package struct LineFilter: Sendable {
  private let text: String
  private let isInverted: Bool

  /// - Parameter typed: as a person types it; empty lets every line through.
  package init(_ typed: String) {
    isInverted = typed.hasPrefix("!") && typed.count > 1
    text = (isInverted ? String(typed.dropFirst()) : typed).lowercased()
  }

  /// Lets every line through.
  package var isEmpty: Bool { text.isEmpty }

  /// Whether a line is shown, of which these are the texts.
  package func shows(_ texts: [String]) -> Bool {
    text.isEmpty || texts.contains { $0.lowercased().contains(text) } != isInverted
  }
}
