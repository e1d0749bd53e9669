package import HostModel
package import SourceText

/// The glance: whether every jail comes back, and if not why, in at most 20 lines.
package func statusReport(
  _ forecast: BootForecast, capture: HostCapture, style: TextStyle, columns: Int = 80
) -> String {
  var report = StatusReport(forecast, capture, columns: max(columns, 20))
  return report.lines().rendered(style)
}

/// Composes the glance: the verdict first, the counts last, and between them as much of what is
/// wrong as fits.
struct StatusReport {
  static let height = 20

  let forecast: BootForecast
  let capture: HostCapture
  let columns: Int
  let assessment: Assessment
  var names: PlaceNames

  init(_ forecast: BootForecast, _ capture: HostCapture, columns: Int) {
    self.forecast = forecast
    self.capture = capture
    self.columns = columns
    assessment = Assessment(forecast)
    names = PlaceNames(capture)
  }

  mutating func lines() -> [TextLine] {
    let head = introduction() + complaintLines()
    let tail = counts()
    var room = Self.height - head.count - tail.count
    let notes = [takenSection(), unknownSection(), warningSection()].filter { $0.count > 0 }
    // each section of notes may have what the jails leave, and one line whatever they want
    let jails = failureLines(
      room: room - min(room * 2 / 5, notes.reduce(0) { $0 + min($1.count, 3) }))
    room -= jails.count
    var sections = [head, jails]
    for (index, section) in notes.enumerated() {
      let lines = section.lines(room: max(room / (notes.count - index), 1), columns: columns)
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
    [headline(assessment.verdict, forecast, capture, columns: columns)]
      + TextLine(sentence).wrapped(to: columns).prefix(2)
  }

  private var sentence: String {
    let jails = forecast.jails.count
    if forecast.aborted != nil {
      return "the boot stops while /etc/rc reads its configuration: no network, "
        + (jails == 0 ? "nothing else" : jails == 1 ? "no jail" : "none of \(jails) jails")
    }
    switch assessment.verdict {
    case .notSafe where assessment.failed.isEmpty:
      return "the next boot cannot read a file that configures jails: "
        + "\(assessment.running.count) of \(jails) start"
    case .notSafe:
      return
        "\(assessment.failed.count) of \(jails) \(Self.jails(jails)) will not start at the next boot"
    case .unknown where !assessment.unknown.isEmpty:
      return
        "whether \(assessment.unknown.count) of \(jails) \(Self.jails(jails)) will start is not known"
    case .unknown: return "nothing is known to fail, but not everything could be read"
    case .safe, .safeWithWarnings:
      if assessment.running.isEmpty { return "no jail is started by the next boot" }
      let idle = assessment.notStarted.count
      return idle == 0
        ? "every jail will start at the next boot"
        : "every jail that the next boot starts will come up"
    }
  }

  static func jails(_ count: Int) -> String { count == 1 ? "jail" : "jails" }

  private func complaintLines() -> [TextLine] {
    var lines: [TextLine] = []
    if let aborted = forecast.aborted { lines.append(TextLine(aborted, .failure)) }
    for problem in assessment.complaints.brokenFiles.prefix(2) {
      lines.append(TextLine(problem, .failure))
    }
    return lines.flatMap { $0.wrapped(to: columns, indent: 2).prefix(3) }
  }

  private func counts() -> [TextLine] {
    var jails = "jails: \(assessment.running.count) start, \(assessment.failed.count) fail"
    if !assessment.unknown.isEmpty { jails += ", \(assessment.unknown.count) unknown" }
    if !assessment.notStarted.isEmpty { jails += ", \(assessment.notStarted.count) not started" }
    let addresses = forecast.interfaces.reduce(0) { $0 + $1.addresses.count }
    var network = "interfaces: \(forecast.interfaces.count)   addresses: \(addresses)"
    network += "   commands: \(forecast.steps.count)"
    if assessment.failedSteps > 0 { network += " (\(assessment.failedSteps) fail)" }
    let line = TextLine("\(jails)   \(network)")
    let lines = line.width <= columns ? [line] : [TextLine(jails), TextLine(network)]
    return lines.map { $0.cut(to: columns) }
  }
}
