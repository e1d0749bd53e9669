package import HostModel
package import SourceText

/// The glance: whether every jail comes back, and if not why, in at most 20 lines.
package func statusReport(
  _ forecast: BootForecast, capture: HostCapture, style: TextStyle, columns: Int = 80
) -> String {
  statusReport(
    forecast, Assessment(forecast), capture: capture, style: style, columns: columns)
}

/// The glance from a forecast that was assessed already.
package func statusReport(
  _ forecast: BootForecast, _ assessment: Assessment, capture: HostCapture, style: TextStyle,
  columns: Int = 80
) -> String {
  var report = StatusReport(forecast, assessment, capture, columns: max(columns, 20))
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

  init(
    _ forecast: BootForecast, _ assessment: Assessment, _ capture: HostCapture, columns: Int
  ) {
    self.forecast = forecast
    self.capture = capture
    self.columns = columns
    self.assessment = assessment
    names = PlaceNames(capture)
  }

  mutating func lines() -> [TextLine] {
    let head = introduction() + complaintLines()
    let tail = counts()
    let notes = [takenSection(), unknownSection(), warningSection()].filter { $0.count > 0 }
    var room = Self.height - head.count - tail.count
    // the jails may have nearly everything, and each section of notes a little whatever they want
    let reserved = notes.reduce(0) { $0 + min($1.count, 3) }
    let jails = failureLines(room: room - min(room * 2 / 5, reserved))
    room -= jails.count
    var sections = [head, jails]
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
    [headline(assessment.verdict, forecast, columns: columns)]
      + TextLine(sentence).wrapped(to: columns).prefix(2)
  }

  private var sentence: String {
    let jails = forecast.jails.count
    let noun = jails == 1 ? "jail" : "jails"
    if forecast.aborted != nil {
      return "the boot stops while /etc/rc reads its settings: no network, "
        + (jails == 0 ? "nothing else" : "none of \(jails) \(noun)")
    }
    switch assessment.verdict {
    case .notSafe where assessment.failed.isEmpty:
      return "the next boot cannot start what it is told to: "
        + "\(assessment.running.count) of \(jails) \(noun) will start"
    case .notSafe:
      return "\(assessment.failed.count) of \(jails) \(noun) will not start at the next boot"
    case .unknown where !assessment.unknown.isEmpty:
      return "whether \(assessment.unknown.count) of \(jails) \(noun) will start is not known"
    case .unknown: return "nothing is known to fail, but not everything is known"
    case .safe, .safeWithWarnings:
      if assessment.running.isEmpty { return "no jail is started by the next boot" }
      return assessment.idle.isEmpty
        ? "every jail will start at the next boot"
        : "every jail that the next boot starts will come up"
    }
  }

  private func complaintLines() -> [TextLine] {
    let lines = [forecast.aborted].compactMap { $0 } + assessment.complaints.failures.prefix(3)
    return lines.flatMap {
      TextLine($0, .failure).wrapped(to: columns, indent: 2).prefix(2)
    }
  }

  private func counts() -> [TextLine] {
    var jails = "jails: \(assessment.running.count) start, \(assessment.failed.count) fail"
    if !assessment.unknown.isEmpty { jails += ", \(assessment.unknown.count) unknown" }
    if !assessment.idle.isEmpty { jails += ", \(assessment.idle.count) not started" }
    let addresses = forecast.interfaces.reduce(0) { $0 + $1.addresses.count }
    var network = "interfaces: \(forecast.interfaces.count)   addresses: \(addresses)"
    network += "   commands: \(forecast.steps.count)"
    if assessment.failedSteps > 0 { network += " (\(assessment.failedSteps) fail)" }
    let line = TextLine("\(jails)   \(network)")
    let lines = line.width <= columns ? [line] : [TextLine(jails), TextLine(network)]
    return lines.map { $0.cut(to: columns) }
  }
}
