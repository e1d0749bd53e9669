import Phrases
package import Rewrite
import SourceText

/// What `jailscope journal` prints: every change with what became of it, the newest first.
package func journalReport(
  _ records: [JournalRecord], style: TextStyle, columns: Int
) -> String {
  guard !records.isEmpty else { return spoken("no change was made yet\n") }
  var lines: [TextLine] = []
  for record in records.reversed() {
    var head = TextLine(record.id, .strong)
    head.append("  \(record.fate(in: records))", record.outcome.emphasis)
    lines.append(head.cut(to: columns))
    lines += record.details.flatMap { TextLine("  \($0)").wrapped(to: columns, indent: 4) }
  }
  return lines.rendered(style)
}

extension JournalRecord {
  /// What became of the change, in a word or two.
  fileprivate func fate(in records: [JournalRecord]) -> String {
    guard outcome == .done else { return outcome.word }
    if let other = records.undoing(id) { return spoken("undone by \(other)") }
    return outcome.word
  }

  fileprivate var details: [String] {
    guard let entry else { return [spoken("the entry is damaged, or of another version")] }
    let origin = entry.actor.origin.isEmpty ? "" : spoken(" from \(entry.actor.origin)")
    let user = entry.user == 0 ? "root" : spoken("user \(entry.user)")
    let who = entry.actor.login.isEmpty ? user : entry.actor.login
    var details = [spoken("\(entry.made) by \(who)\(origin)")]
    if !isChained { details.append(spoken("the journal was changed in front of this entry")) }
    details += entry.plan.reasons
    return details + entry.plan.files.map(\.path)
  }
}

extension JournalEntry.Outcome {
  fileprivate var word: String {
    switch self {
    case .prepared: spoken("stopped halfway; the next change settles it")
    case .done: spoken("done")
    case .aborted: spoken("given up before anything was changed")
    case .reverted: spoken("taken back at once")
    case .conflict: spoken("given up: somebody else changed a file")
    }
  }

  fileprivate var emphasis: Emphasis {
    switch self {
    case .prepared, .conflict: .failure
    case .done: .success
    case .aborted, .reverted: .caution
    }
  }
}

/// A file that an undoing doesn't fit: what the change did, and what was done since.
package func threeWayReport(_ versions: ThreeVersions, style: TextStyle) -> String {
  let change = FileChange(
    path: versions.path, diff: FileDiff(old: versions.before, new: versions.after))
  let since = FileChange(
    path: versions.path, diff: FileDiff(old: versions.after, new: versions.current))
  return spoken("the change was:\n") + diffReport([change], style: style)
    + spoken("and since then:\n")
    + diffReport([since], style: style)
}
