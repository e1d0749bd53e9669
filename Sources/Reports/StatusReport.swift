import HostModel
package import LiveApply
import Phrases
import Rules

/// The glance: whether every jail comes back, and if not why, in at most 20 lines.
///
/// - Parameter change: of the running host, that is not over.
package func statusReport(
  _ assessment: Assessment, change: LiveChange? = nil, style: TextStyle, columns: Int = 80
) -> String {
  var report = StatusReport(assessment, change, columns: max(columns, 20))
  return report.lines().rendered(style)
}

/// Composes the glance: the verdict first, the counts last, and between them as much of what is
/// wrong as fits.
struct StatusReport {
  static let height = 20

  let forecast: BootForecast
  let columns: Int
  let assessment: Assessment
  var names: PlaceNames

  private let change: LiveChange?

  init(_ assessment: Assessment, _ change: LiveChange? = nil, columns: Int) {
    self.assessment = assessment
    self.change = change
    self.columns = columns
    forecast = assessment.forecast
    names = PlaceNames(assessment.capture)
  }

  mutating func lines() -> [TextLine] {
    let head = introduction()
    let tail = allocations() + counts()
    let notes = [silencedSection(), unknownSection(), liveSection(), warningSection()].filter {
      $0.count > 0
    }
    var room = Self.height - head.count - tail.count
    // what fails may have nearly everything, and each section of notes a little whatever it wants
    let reserved = notes.reduce(0) { $0 + min($1.count, 3) }
    let errors = errorLines(room: room - min(room * 2 / 5, reserved))
    room -= errors.count
    var sections = [head, errors]
    for (index, section) in notes.enumerated() {
      let lines = section.lines(room: max(room - (notes.count - index - 1), 1), columns: columns)
      room -= lines.count
      sections.append(lines)
    }
    sections.append(tail)
    return Self.joined(sections.filter { !$0.isEmpty })
  }

  /// The sections below each other, with blank lines between them while there is room.
  private static func joined(_ sections: [[TextLine]]) -> [TextLine] {
    let count = sections.reduce(0) { $0 + $1.count }
    guard count + sections.count - 1 <= height else {
      return Array(sections.joined().prefix(height))
    }
    return Array(sections.joined(separator: [TextLine()]))
  }

  // MARK: the verdict

  private func introduction() -> [TextLine] {
    [
      headline(
        assessment.verdict, forecast, knowledge: assessment.knowledge, columns: columns)
    ]
      + TextLine(sentence).wrapped(to: columns).prefix(2)
      + (change.map { liveChangeLine($0).wrapped(to: columns, indent: 2) } ?? [])
  }

  private var sentence: String {
    let jails = forecast.jails.count
    let noun = jails == 1 ? spoken("jail") : spoken("jails")
    if forecast.aborted != nil {
      return spoken("the boot stops while /etc/rc reads its settings: no network, ")
        + (jails == 0 ? spoken("nothing else") : spoken("none of \(jails) \(noun)"))
    }
    switch assessment.verdict {
    case .notSafe where assessment.failed.isEmpty:
      if assessment.findings(.error).allSatisfy(\.isTrial) {
        return spoken("the next boot starts no jail, and not every jail could be started")
      }
      if assessment.running.isEmpty {
        return spoken("the next boot does not do what it is told to")
      }
      let who =
        assessment.running.count == jails
        ? spoken("every jail") : spoken("\(assessment.running.count) of \(jails) \(noun)")
      return spoken("\(who) will start, but \(unsafePart) is not safe")
    case .notSafe:
      return spoken(
        "\(assessment.failed.count) of \(jails) \(noun) will not start at the next boot")
    case .unknown where !assessment.unknown.isEmpty:
      return spoken(
        "whether \(assessment.unknown.count) of \(jails) \(noun) will start is not known")
    case .unknown: return spoken("nothing is known to fail, but not everything is known")
    case .safe, .safeWithWarnings:
      if assessment.running.isEmpty { return spoken("no jail is started by the next boot") }
      return assessment.idle.isEmpty
        ? spoken("every jail will start at the next boot")
        : spoken("every jail that the next boot starts will come up")
    }
  }

  /// What is not safe where no jail fails.
  private var unsafePart: String {
    let errors = assessment.findings(.error)
    let inside = Set(errors.compactMap(\.inside))
    guard errors.allSatisfy({ $0.inside != nil }), let first = inside.first else {
      return spoken("the host itself")
    }
    return inside.count == 1
      ? spoken("the network inside of jail \(first)")
      : spoken("the network inside of \(inside.count) jails")
  }

  // MARK: what can't be told

  /// What can't be told, and why.
  private mutating func unknownSection() -> NoteSection {
    let leased = forecast.interfaces.filter { !$0.interface.unknownAddresses.isEmpty }
    var items = assessment.unknownClauses(&names, limit: Self.height)
    items += leased.prefix(Self.height).map {
      "\($0.interface.name): \($0.interface.unknownAddresses.joined(separator: ", "))"
    }
    return NoteSection(
      count: assessment.unknownCount + leased.count, emphasis: .uncertainty,
      noun: spoken("things that are not known"),
      items: items.prefix(Self.height).map { spoken("not known: \($0)") })
  }

  /// What could not be learned of the running host.
  private func liveSection() -> NoteSection {
    let problems = assessment.liveProblems
    return NoteSection(
      count: problems.count, emphasis: .uncertainty, noun: spoken("problems of live outputs"),
      items: problems.prefix(Self.height).map { spoken("live: \($0)") })
  }

  // MARK: counts

  private func allocations() -> [TextLine] {
    let uses = assessment.examination.allocations.prefix(3).map { use in
      let total = use.prefix.count.map { spoken(" of \($0)") } ?? ""
      return spoken("\(use.prefix): \(use.used)\(total) addresses used")
    }
    return uses.map { TextLine($0).cut(to: columns) }
  }

  private func counts() -> [TextLine] {
    var jails = spoken("jails: \(assessment.running.count) start, \(assessment.failed.count) fail")
    if !assessment.unknown.isEmpty { jails += spoken(", \(assessment.unknown.count) unknown") }
    if !assessment.idle.isEmpty { jails += spoken(", \(assessment.idle.count) not started") }
    let addresses = forecast.interfaces.reduce(0) { $0 + $1.addresses.count }
    var network = spoken("interfaces: \(forecast.interfaces.count)   addresses: \(addresses)")
    network += spoken("   commands: \(forecast.steps.count)")
    if assessment.failedSteps > 0 { network += spoken(" (\(assessment.failedSteps) fail)") }
    let line = TextLine("\(jails)   \(network)")
    let lines = line.width <= columns ? [line] : [TextLine(jails), TextLine(network)]
    let live = [
      assessment.liveLine(isShort: true), assessment.hereLine(),
      assessment.unknownRemedy.map { TextLine($0) },
    ].compactMap { $0 }
    return (lines + live + findingCounts()).map { $0.cut(to: columns) }
  }

  /// How many findings there are, when there are any.
  private func findingCounts() -> [TextLine] {
    let examination = assessment.examination
    guard !examination.findings.isEmpty || !examination.silenced.isEmpty else { return [] }
    return [TextLine(spoken("findings: \(assessment.findingCounts) (jailscope check shows them)"))]
  }
}
