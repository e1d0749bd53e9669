package import LiveApply
import Phrases
import Rules

/// How several hosts are together, for a summary and for prompts.
struct CheckCounts {
  private let hosts: [CheckedHost]

  init(_ hosts: [CheckedHost]) {
    self.hosts = hosts
  }

  /// `NOT BOOT-SAFE  2 of 5 hosts; 3 errors, 2 warnings`.
  var line: TextLine {
    guard let first = hosts.first else { return TextLine(spoken("no host")) }
    let verdict = Verdict.worst(of: hosts.map(\.assessment.verdict))
    var line = TextLine(verdict.rawValue, verdict.emphasis)
    if hosts.count == 1 {
      line.append("  \(first.assessment.findingCounts)")
      return line
    }
    let alike = hosts.count { $0.assessment.verdict == verdict }
    line.append(spoken("  \(alike) of \(hosts.count) hosts; \(Self.counts(hosts))"))
    return line
  }

  private static func counts(_ hosts: [CheckedHost]) -> String {
    counted(
      hosts.flatMap(\.assessment.examination.findings),
      silenced: hosts.reduce(0) { $0 + $1.assessment.examination.silenced.count })
  }
}

/// What `jailscope check --oneline` prints: the verdict and the counts, for prompts and status bars.
///
/// - Parameter change: of the running host, that is not over.
package func onelineReport(
  _ hosts: [CheckedHost], change: LiveChange? = nil, style: TextStyle
) -> String {
  var line = CheckCounts(hosts).line
  if let change { line.append(spoken("; live change \(change.id): \(change.clause)")) }
  return [line].rendered(style)
}

extension Assessment {
  /// How many findings there are of each severity: `1 error, 2 warnings, 1 silenced`.
  var findingCounts: String {
    counted(examination.findings, silenced: examination.silenced.count)
  }
}

/// Findings by severity, the worst first: `1 error, 2 warnings`; `no findings` when there are none.
private func counted(_ findings: [Finding], silenced: Int) -> String {
  var parts = Severity.allCases.reversed().compactMap { severity in
    let count = findings.indices.count { findings[$0].severity == severity }
    return count == 0 ? nil : severity.count(count)
  }
  if parts.isEmpty { parts = [spoken("no findings")] }
  if silenced > 0 { parts.append(spoken("\(silenced) silenced")) }
  return parts.joined(separator: ", ")
}
