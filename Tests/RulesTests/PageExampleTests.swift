import HostModel
import Rules
import TestHosts
import Testing

/// Runs the example of every rule's page, and its repaired form.
struct PageExampleTests {
  @Test(arguments: ruleCatalogue.map { $0.name.text })
  func `the example has the pattern and the repaired form has not`(_ name: String) throws {
    let rule = try #require(ruleCatalogue.first { $0.name.text == name })
    let page = try #require(rulePages[rule.name], "no page: run make docs")
    let example = HostText(try #require(Self.block(below: "## Example", in: page)))
    let repaired = example.replacing(
      HostText(try #require(Self.block(below: "## Repaired", in: page))))
    // what a fallback rule says of an example, another may say better
    let findings = Self.findings(example, rule.turn == .fallback ? [rule] : ruleCatalogue)
    #expect(findings.contains { $0.rule == rule.name })
    for finding in findings where finding.rule == rule.name {
      #expect(finding.severity <= rule.severity)
      expectWellFormed(finding, example.sketch)
    }
    let left = Self.findings(repaired, ruleCatalogue).filter {
      $0.rule == rule.name || $0.severity == .error
    }
    #expect(left.map { "\($0.rule.text): \($0.message)" } == [])
  }

  private static func findings(_ text: HostText, _ rules: [any Rule.Type]) -> [Finding] {
    let host = text.sketch
    return Examination(host.forecast, capture: host.capture, rules: rules, today: Day("2026-11-24"))
      .findings
  }

  /// The first fenced block below a heading.
  static func block(below heading: String, in page: String) -> String? {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return nil }
    let fenced = lines[start...].drop { $0 != "```" }.dropFirst().prefix { $0 != "```" }
    return fenced.isEmpty ? nil : fenced.joined(separator: "\n")
  }
}
