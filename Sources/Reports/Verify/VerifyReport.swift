package import HostModel
import Phrases

/// What was forecast beside what the last boot did, item by item, what differs first.
package func verifyReport(
  _ agreement: BootAgreement, _ forecast: BootForecast, style: TextStyle, columns: Int = 80
) -> String {
  VerifyReport(agreement, forecast, columns: max(columns, 40)).lines().rendered(style)
}

private struct VerifyReport {
  private let agreement: BootAgreement
  private let forecast: BootForecast
  private let columns: Int

  init(_ agreement: BootAgreement, _ forecast: BootForecast, columns: Int) {
    self.agreement = agreement
    self.forecast = forecast
    self.columns = columns
  }

  func lines() -> [TextLine] {
    var lines = [head()]
    let witnesses =
      agreement.witnesses.isEmpty ? spoken("nothing") : agreement.witnesses.joined(separator: ", ")
    lines += TextLine(spoken("told by \(witnesses)")).wrapped(to: columns, indent: 2)
    if !agreement.hasLog {
      lines += TextLine(
        spoken(
          "nothing has what rc(8) printed: --console FILE names a log of it, and the line of "
            + "/etc/syslog.conf for /var/log/console.log keeps one from the next boot on")
      ).wrapped(to: columns, indent: 2)
    }
    for problem in (forecast.facts.live?.problems ?? []).map(\.clause) {
      lines += TextLine(spoken("live: \(problem)"), .uncertainty).wrapped(to: columns, indent: 2)
    }
    for kind in [BootAgreement.Item.Kind.step, .console, .jail, .address] {
      let items = agreement.items.filter { $0.kind == kind }
      guard !items.isEmpty else { continue }
      lines += [TextLine(), TextLine(Self.title(kind), .strong)]
      lines += items.flatMap { line($0).wrapped(to: columns, indent: 11) }
    }
    return lines
  }

  private func head() -> TextLine {
    let outcome = VerifyOutcome(agreement)
    var line = TextLine(outcome.rawValue, outcome.emphasis)
    let name = forecast.hostName.map { "\($0), " } ?? ""
    line.append("  \(name)FreeBSD \(forecast.release)")
    line.append(spoken(": \(agreement.agreeing) agree, \(agreement.differing) differ"))
    line.append(spoken(", \(agreement.untold) not told"))
    return line
  }

  private static func title(_ kind: BootAgreement.Item.Kind) -> String {
    switch kind {
    case .step: spoken("commands of the boot")
    case .console: spoken("what the console has and the forecast has not")
    case .jail: spoken("jails")
    case .address: spoken("addresses")
    }
  }

  private func line(_ item: BootAgreement.Item) -> TextLine {
    let what = SecretWords.masked(item.what)
    switch item.verdict {
    case .agrees:
      var line = TextLine(spoken("  agrees   "), .success)
      line.append("\(what): \(item.forecast)")
      return line
    case .differs(let instead):
      var line = TextLine(spoken("  differs  "), .failure)
      line.append(spoken("\(what): \(item.forecast) was forecast, \(SecretWords.masked(instead))"))
      return line
    case .untold:
      var line = TextLine(spoken("  not told "), .uncertainty)
      line.append("\(what): \(item.forecast)")
      return line
    }
  }
}

/// How far forecast and boot agree, and the exit status that says so.
package enum VerifyOutcome: String, Sendable {
  /// All that is told came true, and everything is told.
  case agrees = "AGREES"
  /// All that is told came true, and something isn't told.
  case partly = "AGREES as far as is told"
  /// Something did not come true.
  case differs = "DIFFERS"
  /// Nothing tells of the last boot.
  case untold = "NOT TOLD"

  package init(_ agreement: BootAgreement) {
    if agreement.differing > 0 {
      self = .differs
    } else if agreement.agreeing == 0 {
      self = .untold
    } else {
      self = agreement.untold == 0 ? .agrees : .partly
    }
  }

  /// The exit status of `verify`.
  package var exitCode: Int32 {
    switch self {
    case .agrees: 0
    case .partly: 1
    case .differs: 2
    case .untold: 3
    }
  }

  /// The word of the JSON document.
  var keyword: String {
    switch self {
    case .agrees: "agrees"
    case .partly: "partly"
    case .differs: "differs"
    case .untold: "untold"
    }
  }

  var emphasis: Emphasis {
    switch self {
    case .agrees, .partly: .success
    case .differs: .failure
    case .untold: .uncertainty
    }
  }
}
