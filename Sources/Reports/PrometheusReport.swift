import CellGrid
import HostModel
package import LiveApply
import Rules

/// The glance as metrics in Prometheus' text format, for the textfile collector of node_exporter
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
///
/// - Parameters:
///   - change: of the running host, that is not over.
///   - version: of the program.
package func prometheusReport(
  _ assessment: Assessment, change: LiveChange? = nil, version: String
) -> String {
  var metrics = Metrics()
  let forecast = assessment.forecast
  metrics.family("info", "The program and the release whose behaviour is forecast.")
  metrics.sample("info", [("version", version), ("freebsd", "\(forecast.release)")], 1)
  metrics.family("verdict", "Whether the next boot brings every jail back: 1 for what is so.")
  for verdict in [Verdict.safe, .safeWithWarnings, .notSafe, .unknown] {
    metrics.sample(
      "verdict", [("verdict", verdict.keyword)], verdict == assessment.verdict ? 1 : 0)
  }
  metrics.family("jails", "Jails by what becomes of them at the next boot.")
  for (state, count) in [
    ("running", assessment.running.count), ("failed", assessment.failed.count),
    ("unknown", assessment.unknown.count), ("not-started", assessment.idle.count),
  ] {
    metrics.sample("jails", [("state", state)], count)
  }
  metrics.family("jail_fails", "A jail that the next boot will not start.")
  for index in assessment.failed {
    metrics.sample("jail_fails", [("jail", forecast.jails[index].name)], 1)
  }
  metrics.family("commands", "Commands of the next boot.")
  metrics.sample("commands", [], forecast.steps.count)
  metrics.family("failed_commands", "Commands of the next boot that fail.")
  metrics.sample("failed_commands", [], assessment.failedSteps)
  metrics.add(change)
  metrics.add(assessment.examination)
  return metrics.text
}

/// Metrics as they are gathered.
struct Metrics {
  private(set) var text = ""

  /// Begins the samples of one name.
  mutating func family(_ name: String, _ help: String) {
    text += "# HELP jailscope_\(name) \(help)\n# TYPE jailscope_\(name) gauge\n"
  }

  mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Int) {
    let list = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    text += "jailscope_\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
  }

  mutating func add(_ change: LiveChange?) {
    family("live_change", "A change of the running host that is not over: 1 for what it is.")
    for state in [LiveChange.State.armed, .applied, .confirmed, .revertedWithErrors] {
      sample("live_change", [("state", state.rawValue)], change?.state == state ? 1 : 0)
    }
    family("live_change_seconds_left", "How long it can be confirmed before it is taken back.")
    sample("live_change_seconds_left", [], change?.state == .applied ? change?.left ?? 0 : 0)
  }

  mutating func add(_ examination: Examination) {
    family("findings", "What is found and not silenced, by severity.")
    for severity in Severity.allCases.reversed() {
      let count = examination.count(of: severity)
      sample("findings", [("severity", severity.word)], count)
    }
    family("rule_findings", "What is found and not silenced, by rule.")
    let byRule = Dictionary(grouping: examination.findings, by: \.rule)
    for (rule, findings) in byRule.sorted(by: { $0.key < $1.key }) {
      sample("rule_findings", [("rule", rule.text)], findings.count)
    }
    guard !examination.allocations.isEmpty else { return }
    family("allocation_used", "Addresses in use of a network that a provider gave.")
    for use in examination.allocations {
      sample("allocation_used", [("prefix", "\(use.prefix)")], use.used)
    }
  }

  /// A value as it stands in quotes: safe for a terminal first, then as the format wants it.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in escapeForTerminal(value).unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
