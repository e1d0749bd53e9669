import HostModel
import Phrases
import Rules
import SourceText

/// What `jailscope check` prints for people: each finding as a compiler does it, with every place
/// it is about, and a summary below.
///
/// - Parameter silenced: whether findings that somebody silenced are listed, too.
package func checkReport(
  _ hosts: [CheckedHost], style: TextStyle, columns: Int = 80, silenced: Bool = false
) -> String {
  var lines: [TextLine] = []
  for host in hosts {
    var text = CheckText(host, columns: max(columns, 40))
    lines += text.lines(isOneOfSeveral: hosts.count > 1, silenced: silenced)
  }
  if hosts.count > 1 { lines.append(CheckCounts(hosts).line) }
  return lines.rendered(style)
}

/// Composes what is said of one host.
private struct CheckText {
  private let host: CheckedHost
  private let columns: Int
  private var names: PlaceNames

  init(_ host: CheckedHost, columns: Int) {
    self.host = host
    self.columns = columns
    names = PlaceNames(host.assessment.capture)
  }

  mutating func lines(isOneOfSeveral: Bool, silenced: Bool) -> [TextLine] {
    let examination = host.assessment.examination
    var blocks = examination.findings.map { block($0) }
    if silenced { blocks += examination.silenced.map { block($0) } }
    let unknown = host.assessment.unknownClauses(&names)
    if !unknown.isEmpty {
      let remedy = host.assessment.unknownRemedy.map { TextLine($0) }
      blocks.append(
        (unknown.map { TextLine(spoken("not known: \($0)"), .uncertainty) }
          + [remedy].compactMap { $0 }).flatMap { $0.wrapped(to: columns, indent: 2) })
    }
    let problems = host.assessment.liveProblems
    if !problems.isEmpty {
      blocks.append(
        problems.flatMap {
          TextLine(spoken("live: \($0)"), .uncertainty).wrapped(to: columns, indent: 2)
        })
    }
    if let here = host.assessment.hereLine() {
      blocks.append(here.wrapped(to: columns, indent: 2))
    }
    return blocks.flatMap { $0 + [TextLine()] } + [summary(isOneOfSeveral)]
      + (isOneOfSeveral ? [TextLine()] : [])
  }

  private mutating func block(_ finding: Finding) -> [TextLine] {
    var lines = [finding.compilerLine(host, &names)]
    for (number, place) in finding.places.enumerated() {
      if number > 0 {
        lines.append(place.compilerNote(host, &names))
      }
      lines += excerpt(place, number == 0 ? finding.severity.emphasis : .strong, number == 0)
    }
    let details = [
      (spoken("runs"), finding.step.map { host.assessment.forecast.step($0).commandLine }),
      (spoken("prints"), finding.printedLine), (spoken("effect"), finding.effect),
      (spoken("certain"), finding.confidence.condition(host.assessment.forecast)),
    ]
    for (label, text) in details {
      guard let text else { continue }
      let title = "  \(label): "
      let indent = title.utf8.count
      lines += TextLine(title + text).wrapped(to: columns, indent: indent)
    }
    return lines
  }

  private mutating func block(_ silenced: SilencedFinding) -> [TextLine] {
    var line = silenced.finding.compilerLine(host, &names)
    line.append(spoken(" (silenced)"))
    let place = host.position(of: silenced.suppression.place, &names)
    let reason = TextLine(spoken("  silenced at \(place): \(silenced.suppression.reason)"))
    return [line] + reason.wrapped(to: columns, indent: 4)
  }

  /// The marked line; what the first place has to do with it stands behind its mark, what others
  /// have stands in the line above.
  private mutating func excerpt(
    _ place: FindingPlace, _ emphasis: Emphasis, _ isFirst: Bool
  ) -> [TextLine] {
    guard case .file(let file)? = host.assessment.capture.entry(at: place.place.path),
      let region = names.region(place.place)
    else { return [] }
    return SourceExcerpt(place.place, region, in: file, columns: columns)
      .lines(isFirst ? place.note : "", emphasis, columns: columns)
  }

  private func summary(_ isOneOfSeveral: Bool) -> TextLine {
    let assessment = host.assessment
    var line =
      isOneOfSeveral
      ? TextLine("\(host.name): ", .strong) : TextLine()
    line.append(assessment.verdict.rawValue, assessment.verdict.emphasis)
    line.append("  \(assessment.findingCounts)")
    if assessment.isLive { line.append(", \(assessment.knowledge)") }
    return line
  }
}
