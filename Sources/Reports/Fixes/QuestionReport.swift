import HostModel
import Phrases
package import Rules
package import SourceText

/// How a finding and the ways to mend it are put to a person.
package struct QuestionReport {
  private let question: Guide.Question
  private let capture: HostCapture
  private let forecast: BootForecast
  private let columns: Int
  /// The ways that aren't shown in full have a line each, be it cut.
  private let isCut: Bool

  /// - Parameters:
  ///   - analysis: the host that the question is about.
  ///   - isCut: whether a line that is too long ends at the last column.
  package init(
    _ question: Guide.Question, _ analysis: Analysis, columns: Int, isCut: Bool = true
  ) {
    self.isCut = isCut
    self.question = question
    capture = analysis.capture
    forecast = analysis.forecast
    self.columns = columns
  }

  /// The finding, the recommended way with what it means, does and changes, and a line for each
  /// other: few enough lines for a small terminal.
  ///
  /// - Parameter number: which question it is.
  package func text(number: Int, style: TextStyle) -> String {
    var names = PlaceNames(capture)
    let finding = question.finding
    var title = TextLine(spoken("finding \(number): "), .strong)
    title.append(finding.title)
    var lines = title.wrapped(to: columns, indent: 4)
    let details = [
      finding.step.map { forecast.step($0).commandLine }, finding.printedLine, finding.effect,
      spoken("at \(finding.placeNames(&names)) [\(finding.rule.text)]"),
    ]
    for text in details.compactMap({ $0 }) {
      lines += TextLine("  \(text)").wrapped(to: columns, indent: 4)
    }
    lines.append(TextLine())
    for (index, way) in question.ways.enumerated() {
      lines += index == 0 ? describe(way, index) : [line(way, index)]
    }
    lines.append(TextLine())
    return lines.rendered(style) + diff(of: 0, style: style)
  }

  /// One of the ways with what it means, does and changes.
  package func way(_ index: Int, style: TextStyle) -> String {
    guard question.ways.indices.contains(index) else { return "" }
    return describe(question.ways[index], index).rendered(style) + diff(of: index, style: style)
  }

  /// What one of the ways changes.
  package func diff(of index: Int, style: TextStyle) -> String {
    guard question.ways.indices.contains(index) else { return "" }
    return diffReport(
      FileChange.all(question.ways[index].fix.edits, in: capture, context: 1), style: style)
  }

  private func describe(_ way: ProvenFix, _ index: Int) -> [TextLine] {
    var title = head(way, index)
    title.append(trust(way, index))
    var below = [way.fix.meaning, way.proof?.summary ?? ""].filter { !$0.isEmpty }
    below += (way.proof.map { $0.new + $0.revealed } ?? []).filter { $0.severity > .info }
      .map { spoken("new: ") + "\($0.severity.word): \($0.message)" }
    below += way.fix.commands.map { spoken("on the running host, by hand: \($0)") }
    return title.wrapped(to: columns, indent: 4)
      + below.flatMap { TextLine("    \($0)").wrapped(to: columns, indent: 4) }
  }

  private func line(_ way: ProvenFix, _ index: Int) -> TextLine {
    let trust = TextLine(trust(way, index))
    let head = head(way, index)
    var line = isCut ? head.cut(to: columns - trust.width) : head
    line.append(trust)
    return line
  }

  private func head(_ way: ProvenFix, _ index: Int) -> TextLine {
    var head = TextLine(" \(index + 1)  ", .strong)
    head.append(way.fix.title, index == 0 ? .strong : .plain)
    return head
  }

  private func trust(_ way: ProvenFix, _ index: Int) -> String {
    "  (\(way.fix.applicability.word)\(index == 0 ? spoken(", recommended") : ""))"
  }
}

extension Fix.Applicability {
  /// The word people read.
  package var word: String {
    switch self {
    case .safe: spoken("safe")
    case .review: spoken("review")
    case .manual: spoken("by hand")
    }
  }
}

extension Proof {
  /// What a fix does, in one clause: `fixes 2, brings 0; jails that start: 1 before, 2 after`.
  ///
  /// Notes are worth knowing and no harm, so they are not what a fix brings.
  package var summary: String {
    var text = spoken("fixes \(fixed.count), brings \(new.count { $0.severity > .info })")
    if !revealed.isEmpty { text += spoken(", lets \(revealed.count) come to light") }
    return spoken("\(text); jails that start: \(startsBefore) before, \(startsAfter) after")
  }
}

/// What chosen fixes come to, before they are written.
package func proofReport(_ session: FixSession, style: TextStyle, columns: Int) -> String {
  let proof = session.proof
  var lines = session.chosen.flatMap {
    TextLine("- \($0.fix.title)").wrapped(to: columns, indent: 2)
  }
  if let standing = proof.touched {
    lines += TextLine(standing.warning, .caution).wrapped(to: columns)
  }
  lines += TextLine(proof.summary, .strong).wrapped(to: columns)
  for finding in proof.new + proof.revealed {
    var line = TextLine(spoken("new: "), .caution)
    line.append(finding.title)
    lines += line.wrapped(to: columns, indent: 5)
  }
  let told = session.chosen.flatMap(\.fix.commands)
  // fixes that are chosen together don't tell them
  let restarts = session.current.restartCommands(changing: Set(session.edits.keys))
  return (lines + byHandLines(told + restarts.filter { !told.contains($0) })).rendered(style)
}

/// What became of a host by a change: what is fixed, new and left, from the files as they are now.
package func changeReport(
  before: Analysis, after: Analysis, style: TextStyle, columns: Int
) -> String {
  let proof = Proof(before, after)
  let left = after.examination.findings.count { $0.severity > .info }
  var lines = [
    TextLine(
      spoken(
        "fixed \(proof.fixed.count), new \(proof.new.count + proof.revealed.count), left \(left)"))
  ]
  for (word, findings) in [
    (spoken("fixed"), proof.fixed), (spoken("new"), proof.new + proof.revealed),
  ] {
    for finding in findings {
      lines += TextLine("\(word): \(finding.message)").wrapped(to: columns, indent: 4)
    }
  }
  let verdict = Assessment(after).verdict
  lines.append(TextLine(verdict.rawValue, verdict.emphasis))
  return lines.rendered(style)
}
