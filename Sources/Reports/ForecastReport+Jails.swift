import HostModel
import Phrases

/// What becomes of each jail, why, and what its stop will remove.
extension ForecastReport {
  mutating func jailLines() -> [TextLine] {
    guard !forecast.jails.isEmpty else { return [] }
    var lines = title(spoken("jails"))
    let removals = StopRemovals(forecast)
    let insides = Dictionary(grouping: forecast.insides.indices) { forecast.insides[$0].jail }
    for jail in forecast.jails {
      let (text, emphasis) = Self.fate(jail)
      var head = TextLine("  \(jail.name)", .strong)
      head.append("  \(text)", emphasis)
      lines += head.wrapped(to: columns, indent: 4)
      switch jail.state {
      case .failed,
        .notStarted where jail.isRefused:
        lines += failureLines(FailedStart(jail, assessment, &names))
      case .running: lines += runningLines(jail, removals)
      case .notStarted, .unknown: lines += detailLines(jail)
      }
      for index in insides[jail.name] ?? [] { lines += insideLines(forecast.insides[index]) }
    }
    return lines
  }

  /// The commands that rc(8) runs in a jail with its own network stack, and what it has then.
  private mutating func insideLines(_ inside: JailInside) -> [TextLine] {
    var lines: [TextLine] = []
    for step in inside.forecast.steps {
      let (word, emphasis) = Self.outcome(step)
      let places = step.sources.map { names.name($0) }.joined(separator: ", ")
      var line = TextLine(spoken("    inside: "))
      line.append(word, emphasis)
      line.append("  \(step.commandLine)\(places.isEmpty ? "" : "  \(places)")")
      lines += line.wrapped(to: columns, indent: 6)
      for message in step.message.split(separator: "\n") {
        lines += wrapped(
          "      \(message)", step.outcome == .failed ? .failure : .plain, indent: 8)
      }
      if case .unknown(let reason) = step.outcome {
        lines += wrapped("      \(reason)", .uncertainty, indent: 8)
      }
    }
    for (text, isUnknown) in inside.interfaceTexts {
      lines += wrapped(spoken("    inside: \(text)"), isUnknown ? .uncertainty : .plain, indent: 6)
    }
    return lines
  }

  private static func fate(_ jail: JailForecast) -> (String, Emphasis) {
    switch jail.state {
    case .running: (spoken("starts"), .success)
    case .failed: (spoken("will not start"), .failure)
    case .notStarted where jail.isRefused: (spoken("will not start"), .failure)
    case .notStarted: (spoken("not started"), .plain)
    case .unknown: (spoken("not known"), .uncertainty)
    }
  }

  private func failureLines(_ failure: FailedStart) -> [TextLine] {
    var lines: [TextLine] = []
    if let command = failure.command { lines += wrapped("    \(command)", indent: 6) }
    lines += wrapped("    \(failure.error)", .failure, indent: 6)
    if let cause = failure.cause { lines += wrapped("    \(cause)", indent: 6) }
    if !failure.places.isEmpty {
      lines += wrapped(spoken("    at \(failure.places.joined(separator: ", "))"), indent: 6)
    }
    return lines
  }

  private func runningLines(_ jail: JailForecast, _ removals: StopRemovals) -> [TextLine] {
    var lines: [TextLine] = []
    if jail.hasOwnStack {
      let interfaces = jail.interfaces.joined(separator: ", ")
      lines += wrapped(
        spoken("    vnet: \(interfaces.isEmpty ? spoken("no interface") : interfaces)"), indent: 6)
    } else {
      let list = jail.addresses.map(\.description).joined(separator: ", ")
      lines += wrapped("    \(list.isEmpty ? spoken("no address") : list)", indent: 6)
    }
    if !jail.absentAddresses.isEmpty {
      let list = jail.absentAddresses.map(\.description).joined(separator: ", ")
      lines += wrapped(spoken("    no interface has \(list)"), .caution, indent: 6)
    }
    for removal in removals.of(jail) {
      let address = "\(removal.address.address)/\(removal.address.prefixLength)"
      let note = removal.isHosts ? spoken(", an address of the host") : ""
      lines += wrapped(
        spoken("    stop removes \(address) from \(removal.interface)\(note)"),
        removal.isHosts ? .caution : .plain, indent: 6)
    }
    return lines
  }

  private func detailLines(_ jail: JailForecast) -> [TextLine] {
    let reasons = [jail.unknown, jail.error.map(withoutProgress)].compactMap { $0 }
    return reasons.flatMap { wrapped("    \($0)", .uncertainty, indent: 6) }
  }
}
