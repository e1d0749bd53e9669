import SourceText

/// What the system's log is told of a change: one line of printable ASCII.
///
///     changed /etc/rc.conf: 20261125T134611Z-0000001b by alice from 192.0.2.7: drop lo1|
struct LogLine {
  let text: String

  /// - Parameters:
  ///   - root: where the files are, for those that are not the running host's own.
  ///   - outcome: how the change ended.
  init(_ entry: JournalEntry, below root: String, outcome: JournalEntry.Outcome) {
    let word =
      switch outcome {
      case .done where entry.undoes != nil: "undid \(entry.undoes ?? "") in"
      case .done: "changed"
      case .prepared: "stopped while changing"
      case .aborted, .reverted: "took back a change of"
      case .conflict: "gave up on a change of"
      }
    let files = entry.plan.files.map { Self.word($0.path) }.joined(separator: ", ")
    let place = root == "/" ? "" : " below \(Self.word(root))"
    let login = entry.actor.login.isEmpty ? "user \(entry.user)" : Self.word(entry.actor.login)
    let origin = entry.actor.origin.isEmpty ? "" : " from \(Self.word(entry.actor.origin))"
    let reasons = entry.plan.reasons.map { ": \(Self.word($0))" }.joined()
    text = "\(word) \(files)\(place): \(entry.id) by \(login)\(origin)\(reasons)"
  }

  /// A text of the host that can neither end the line nor move a terminal's cursor.
  private static func word(_ text: String) -> String {
    QuotedBytes.needsQuotes(text.utf8) ? QuotedBytes.quoted(text.utf8) : text
  }
}
