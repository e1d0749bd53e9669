import HostModel
import Phrases
import Rules

/// The worst findings: with everything that is known of each while there is room, then with less of
/// each, then the first ones and a count.
extension StatusReport {
  /// How much is said of one finding.
  private enum Detail: CaseIterable {
    case full, short, single
  }

  mutating func errorLines(room: Int) -> [TextLine] {
    let errors = assessment.findings(.error)
    guard !errors.isEmpty, room > 0 else { return [] }
    if errors.count <= room {
      for detail in Detail.allCases {
        let blocks = errors.map { lines(of: $0, detail) }
        if blocks.reduce(0, { $0 + $1.count }) <= room { return Array(blocks.joined()) }
      }
    }
    var list: [TextLine] = []
    var said = 0
    for error in errors.prefix(room) {
      let block = lines(of: error, .short)
      guard list.count + block.count < room else { break }
      list += block
      said += 1
    }
    return list + [rest(errors.dropFirst(said))]
  }

  private mutating func lines(of finding: Finding, _ detail: Detail) -> [TextLine] {
    if detail == .single { return [finding.title.cut(to: columns)] }
    var below: [String] = []
    if detail == .full {
      let command = finding.step.map { forecast.step($0).commandLine }
      let printed = finding.printedLine.flatMap { finding.message.hasSuffix($0) ? nil : $0 }
      below = [command, printed, finding.effect].compactMap { $0 }
    }
    let places = finding.placeNames(&names)
    if !places.isEmpty { below.append(spoken("at \(places)")) }
    let limit = detail == .full ? 3 : 1
    return finding.title.wrapped(to: columns, indent: 4, limit: detail == .full ? 3 : 2)
      + below.flatMap { TextLine("  \($0)").wrapped(to: columns, indent: 4, limit: limit) }
  }

  private func rest(_ errors: ArraySlice<Finding>) -> TextLine {
    let jails = errors.lazy.flatMap(\.jails).prefix(20)
    let names = jails.isEmpty ? "" : spoken(": jails \(jails.joined(separator: ", "))")
    let noun = errors.count == 1 ? spoken("error") : spoken("errors")
    return TextLine(spoken("… and \(errors.count) more \(noun)\(names)"), .failure).cut(to: columns)
  }

  /// Jails that will not start and of which nobody wants to hear why.
  func silencedSection() -> NoteSection {
    let jails = assessment.failed.map { forecast.jails[$0].name }
      .filter { assessment.reason(for: $0) == nil }
    return NoteSection(
      count: jails.count, emphasis: .failure, noun: spoken("jails that will not start, silenced"),
      items: jails.prefix(Self.height).map { spoken("jail \($0) will not start (silenced)") })
  }

  /// What needs a look although nothing fails by it.
  mutating func warningSection() -> NoteSection {
    let warnings = assessment.findings(.warning)
    let items = warnings.prefix(Self.height).map { finding in
      let places = finding.placeNames(&names, limit: 2)
      let effect = finding.effect.map { ": \($0)" } ?? ""
      return spoken("warning: \(finding.message)\(effect)\(places.isEmpty ? "" : " (\(places))")")
    }
    return NoteSection(
      count: warnings.count, emphasis: .caution, noun: spoken("warnings"), items: Array(items))
  }
}
