import CellGrid
import HostModel
import Rules

/// The rules as tests of some hosts, in the XML of JUnit that CI systems show: a suite for each host,
/// in it a test for each rule, and one that asks whether everything is known.
package func junitReport(_ hosts: [CheckedHost]) -> String {
  var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jailscope\">\n"
  for host in hosts {
    var suite = JUnitSuite(host)
    xml += suite.document()
  }
  return xml + "</testsuites>\n"
}

/// One host as a suite.
private struct JUnitSuite {
  private let host: CheckedHost
  private var names: PlaceNames
  private let findings: [RuleName: [Finding]]
  private let silenced: [RuleName: [SilencedFinding]]
  private var failures = 0
  private var skipped = 0

  init(_ host: CheckedHost) {
    self.host = host
    names = PlaceNames(host.assessment.capture)
    let examination = host.assessment.examination
    findings = Dictionary(grouping: examination.findings, by: \.rule)
    silenced = Dictionary(grouping: examination.silenced, by: \.finding.rule)
  }

  mutating func document() -> String {
    var cases = ""
    for rule in ruleCatalogue { cases += test(rule.name.text, result(of: rule.name)) }
    cases += test("everything is known", unknowns())
    return "  <testsuite name=\(quoted(host.name)) tests=\"\(ruleCatalogue.count + 1)\" "
      + "failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n"
      + cases + "  </testsuite>\n"
  }

  private func test(_ name: String, _ result: String) -> String {
    let head = "    <testcase classname=\(quoted(host.name)) name=\(quoted(name))"
    return result.isEmpty ? head + "/>\n" : head + ">\n\(result)    </testcase>\n"
  }

  /// Warnings fail a test, too; what is merely worth knowing does not.
  private mutating func result(of rule: RuleName) -> String {
    let found = findings[rule] ?? []
    let lines = found.flatMap { finding in
      [finding.compilerLine(host, &names)]
        + finding.places.dropFirst().map { $0.compilerNote(host, &names) }
        + (finding.effect.map { [TextLine("  \($0)")] } ?? [])
    }
    let text = escaped(lines.rendered(.plain))
    if let worst = found.first(where: { $0.severity > .info }) {
      failures += 1
      return "      <failure type=\"\(worst.severity.rawValue)\" "
        + "message=\(quoted(worst.message))>\(text)</failure>\n"
    }
    if !found.isEmpty { return "      <system-out>\(text)</system-out>\n" }
    guard let silenced = silenced[rule]?.first else { return "" }
    skipped += 1
    return "      <skipped message=\(quoted("silenced: \(silenced.suppression.reason)"))/>\n"
  }

  private mutating func unknowns() -> String {
    let items = host.assessment.unknownClauses(&names)
    guard let first = items.first else { return "" }
    failures += 1
    let text = items.map { TextLine($0) }.rendered(.plain)
    return "      <failure type=\"unknown\" message=\(quoted(first))>"
      + "\(escaped(text))</failure>\n"
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(escapeForTerminal(text)))\"" }

  private func escaped(_ text: String) -> String {
    var xml = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": xml += "&amp;"
      case "<": xml += "&lt;"
      case ">": xml += "&gt;"
      case "\"": xml += "&quot;"
      default: xml.unicodeScalars.append(scalar)
      }
    }
    return xml
  }
}
