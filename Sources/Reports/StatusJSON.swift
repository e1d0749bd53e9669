import HostModel
package import LiveApply
import Rules

/// The glance as a JSON document, described in `docs/json.md`: everything it could say, however
/// much that is.
package struct StatusJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let forecast: BootForecast
  private let assessment: Assessment
  private var names: PlaceNames

  private let change: LiveChange?

  /// - Parameter change: of the running host, that is not over.
  package init(_ assessment: Assessment, change: LiveChange? = nil) {
    self.assessment = assessment
    self.change = change
    forecast = assessment.forecast
    names = PlaceNames(assessment.capture)
  }

  /// The document, with a newline behind it.
  package mutating func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    let problems = wordings(of: assessment.findings(.error).filter(\.isAboutNoJail))
    let warnings = wordings(of: assessment.findings(.warning))
    writer.object { writer in
      writer.head("status", Self.version, forecast, assessment.verdict)
      writer.live(assessment)
      writer.liveChange(change)
      writer.member("counts") { writeCounts(&$0) }
      writer.member("aborted", forecast.aborted)
      writer.member("problems") { $0.strings(problems) }
      writer.member("failed") { writeFailures(&$0) }
      writer.member("taken") { writeLosses(&$0) }
      writer.member("warnings") { $0.strings(warnings) }
      writer.allocations(assessment)
      writer.unknowns(assessment, &names)
    }
    return writer.bytes + [0x0a]
  }

  private func writeCounts(_ writer: inout JSONWriter) {
    let addresses = forecast.interfaces.reduce(0) { $0 + $1.addresses.count }
    writer.object {
      $0.member("jails", forecast.jails.count)
      $0.member("running", assessment.running.count)
      $0.member("failed", assessment.failed.count)
      $0.member("unknown", assessment.unknown.count)
      $0.member("not_started", assessment.idle.count)
      $0.member("interfaces", forecast.interfaces.count)
      $0.member("addresses", addresses)
      $0.member("commands", forecast.steps.count)
      $0.member("failed_commands", assessment.failedSteps)
      for severity in Severity.allCases.reversed() {
        $0.member("\(severity.word)s", assessment.findings(severity).count)
      }
      $0.member("silenced", assessment.examination.silenced.count)
    }
  }

  private mutating func writeFailures(_ writer: inout JSONWriter) {
    let failures = assessment.failed.map { index in
      FailedStart(forecast.jails[index], assessment, &names)
    }
    writer.array(failures) { writer, failure in
      writer.object {
        $0.member("jail", failure.jail.name)
        $0.member("command", failure.jail.failedCommand.map(SecretWords.masked))
        $0.member("error", failure.jail.error.map(SecretWords.masked))
        $0.member("cause", failure.cause)
        $0.member("places") { $0.strings(failure.places) }
      }
    }
  }

  /// Findings as clauses with their places.
  private mutating func wordings(of findings: some Sequence<Finding>) -> [String] {
    findings.map { finding in
      let places = finding.placeNames(&names)
      return "\(finding.message)\(places.isEmpty ? "" : " (\(places))")"
    }
  }

  private func writeLosses(_ writer: inout JSONWriter) {
    writer.array(assessment.losses.all) { writer, loss in
      writer.object {
        $0.member("address", "\(loss.address.address)/\(loss.address.prefixLength)")
        $0.member("interface", loss.interface)
        $0.member("jail", loss.jail)
        $0.member("what", loss.kind.name)
        if case .replaced(let length) = loss.kind { $0.member("prefix_length", length) }
      }
    }
  }
}

extension JSONWriter {
  /// Which document it is.
  mutating func format(_ name: String, _ version: Int) {
    member("format") { writer in
      writer.object {
        $0.member("name", "jailscope \(name)")
        $0.member("version", version)
      }
    }
  }

  /// The release whose behaviour is forecast.
  mutating func release(_ forecast: BootForecast) {
    member("release") { writer in
      writer.object {
        $0.member("taken", forecast.release.description)
        $0.member("assumed", forecast.releaseIsAssumed)
      }
    }
  }

  /// The members every document but the forecast's begins with.
  mutating func head(
    _ name: String, _ version: Int, _ forecast: BootForecast, _ verdict: Verdict
  ) {
    format(name, version)
    member("verdict", verdict.keyword)
    member("host", forecast.hostName)
    release(forecast)
  }
}

extension JSONWriter {
  /// The member that lists what can't be told, jails first.
  mutating func unknowns(
    _ assessment: Assessment, _ names: inout PlaceNames
  ) {
    let items = assessment.unknownClauses(&names)
    member("unknown") { $0.strings(items) }
  }
}

extension Finding {
  /// No jail's failure tells it, too.
  fileprivate var isAboutNoJail: Bool {
    !explains.contains { if case .jail = $0 { true } else { false } }
  }
}

extension HostLoss.Kind {
  /// The word of the JSON document.
  var name: String {
    switch self {
    case .removed: "removed"
    case .replaced: "changed"
    case .held: "held"
    case .moved: "moved"
    }
  }
}
