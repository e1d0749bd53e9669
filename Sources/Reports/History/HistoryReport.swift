package import CellGrid
import HostModel
import Phrases
import Rules
import SourceText

/// Since when a host is as it is: each finding with the change that brought it, then the verdicts
/// of all states.
package func historyReport(_ history: HostHistory, style: TextStyle, columns: Int = 80) -> String {
  historyLines(history, columns).rendered(style)
}

/// The same as lines of pieces, each with what it stands for on a screen.
package func historyPieces(
  _ history: HostHistory, columns: Int
) -> [[(text: String, role: Role)]] {
  historyLines(history, columns).map { $0.pieces.map { ($0.text, $0.emphasis.role) } }
}

private func historyLines(_ history: HostHistory, _ columns: Int) -> [TextLine] {
  let assessment = history.now.assessment
  var lines = [headline(assessment.verdict, assessment.forecast, columns: columns)]
  lines += TextLine(since(history.runs)).wrapped(to: columns)
  for origin in history.origins {
    lines.append(TextLine())
    lines += originLines(origin).flatMap { $0.wrapped(to: columns, indent: 4) }
  }
  lines.append(TextLine())
  return lines + history.runs.flatMap { $0.line.wrapped(to: columns, indent: verdictWidth) }
}

/// The columns of a verdict in front of the states that it holds for.
private let verdictWidth = 25

extension Emphasis {
  /// What it is on a screen.
  fileprivate var role: Role {
    switch self {
    case .plain: .text
    case .strong: .textStrong
    case .failure: .severityError
    case .caution: .severityWarning
    case .success: .severityOK
    case .uncertainty: .severityUnknown
    case .removal: .diffDelete
    case .removedWord: .diffDeleteWord
    case .addition: .diffAdd
    case .addedWord: .diffAddWord
    }
  }
}

/// Since when the verdict is what it is.
private func since(_ runs: [VerdictRun]) -> String {
  guard let latest = runs.first else { return "" }
  guard runs.count > 1 else { return spoken("it was no different in any state there is") }
  return spoken("so since \(latest.oldest); before that, in \(runs[1].newest), it was ")
    + runs[1].verdict.rawValue
}

private func originLines(_ origin: FindingOrigin) -> [TextLine] {
  var title = origin.finding.title
  title.append(" [\(origin.finding.rule.text)]")
  var lines = [title]
  guard let before = origin.before else {
    return lines + [TextLine(spoken("  in every state, the oldest is \(origin.since)"))]
  }
  lines.append(TextLine(spoken("  since \(origin.since), not in \(before)")))
  if let release = origin.newRelease {
    lines.append(TextLine(spoken("  FreeBSD \(release) came with it"), .caution))
  }
  if origin.isWrittenThere { return lines + origin.changes.flatMap(changeLines) }
  // what went may be what brought it
  let count = origin.changes.reduce(0) { $0 + $1.diff.hunks.count }
  if (1...2).contains(count) {
    return lines + [TextLine(spoken("  what changed:"))] + origin.changes.flatMap(changeLines)
  }
  let names = origin.changes.prefix(4).map(\.path).joined(separator: ", ")
  let more = origin.changes.count > 4 ? spoken(" and \(origin.changes.count - 4) more") : ""
  if !names.isEmpty { lines.append(TextLine(spoken("  what changed: \(names)\(more)"))) }
  return lines
}

/// The lines that went and came, a few of each stretch.
private func changeLines(_ change: FileChange) -> [TextLine] {
  change.diff.hunks.flatMap { hunk in
    var lines = [TextLine("  \(change.path):\(hunk.newStart)")]
    for line in hunk.lines.prefix(changeHeight) {
      let isOld = line.side == .old
      let text = SecretWords.masked(String(decoding: line.bytes, as: UTF8.self))
      lines.append(TextLine("  \(isOld ? "-" : "+") \(text)", isOld ? .removal : .addition))
    }
    if hunk.lines.count > changeHeight {
      lines.append(TextLine(spoken("    and \(hunk.lines.count - changeHeight) lines more")))
    }
    return lines
  }
}

/// How many lines of a changed stretch are shown.
private let changeHeight = 8

extension VerdictRun {
  fileprivate var line: TextLine {
    var line = TextLine(verdict.rawValue, verdict.emphasis)
    line.pad(to: verdictWidth)
    line.append(count == 1 ? newest : spoken("\(count) states: \(oldest) to \(newest)"))
    return line
  }
}
