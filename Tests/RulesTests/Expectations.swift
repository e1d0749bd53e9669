import HostModel
import Rules
import SourceText
import TestHosts
import Testing

/// Checks what one rule finds on a host that is written as text.
///
/// - Parameters:
///   - text: a host as `HostText` reads it; with «…» in it, each finding's first place is one of
///     them and each is a finding's; with ‹…›, each is another place of some finding.
///   - wanted: `severity: message` of each finding, in any order.
func expectFindings(
  of rule: any Rule.Type, in text: String, _ wanted: [String],
  location: SourceLocation = #_sourceLocation
) {
  expectFindings(of: [rule], in: text, wanted, location: location)
}

/// Checks what some rules find together.
func expectFindings(
  of rules: [any Rule.Type], in text: String, _ wanted: [String],
  location: SourceLocation = #_sourceLocation
) {
  let host = HostText(text)
  let sketch = host.sketch
  let findings = Examination(sketch.forecast, capture: sketch.capture, rules: rules).findings
  let got = findings.map { "\($0.severity): \($0.message)" }
  #expect(got.sorted() == wanted.sorted(), sourceLocation: location)
  for finding in findings { expectWellFormed(finding, sketch, location) }
  if !host.marks.isEmpty {
    let first = findings.compactMap { $0.places.first?.place }
    #expect(Set(first) == Set(host.marks), sourceLocation: location)
  }
  let others = Set(findings.flatMap { $0.places.dropFirst().map(\.place) })
  #expect(Set(host.otherMarks).isSubset(of: others), sourceLocation: location)
}

/// Checks that a rule is silent on a host.
func expectSilence(
  of rule: any Rule.Type, in text: String, location: SourceLocation = #_sourceLocation
) {
  expectFindings(of: rule, in: text, [], location: location)
}

/// What holds for every finding.
func expectWellFormed(
  _ finding: Finding, _ sketch: HostSketch, _ location: SourceLocation = #_sourceLocation
) {
  let message = finding.message
  #expect(!message.contains("\n"), "one line", sourceLocation: location)
  #expect(!message.hasSuffix("."), "no full stop", sourceLocation: location)
  #expect(message.first?.isUppercase == false, "lower case: \(message)", sourceLocation: location)
  for place in finding.places.map(\.place) {
    guard case .file(let file)? = sketch.capture.entries[place.path] else {
      Issue.record("\(place.path) is no file of the host", sourceLocation: location)
      continue
    }
    #expect(place.span.lower <= place.span.upper, sourceLocation: location)
    #expect(place.span.upper <= file.bytes.count, sourceLocation: location)
  }
}

extension String {
  /// The text with every occurrence of another one exchanged.
  func replacing(_ old: String, with new: String) -> String {
    var rest = self[...]
    var text = ""
    while let found = rest.firstRange(of: old) {
      text += rest[..<found.lowerBound] + new
      rest = rest[found.upperBound...]
    }
    return text + rest
  }
}
