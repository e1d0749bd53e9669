import HostModel
import SourceText
import TestHosts
import Testing

@testable import Rules

/// A host written as text, and the ways to mend what a rule finds on it.
struct Mending: Sendable {
  let analysis: Analysis
  private let text: HostText

  init(_ text: String) {
    self.text = HostText(text)
    analysis = Self.analyse(self.text.sketch)
  }

  private static func analyse(_ sketch: HostSketch) -> Analysis {
    Analysis(sketch.forecast, sketch.capture, today: Day("2026-11-25"))
  }

  /// The ways to mend the first finding of a rule.
  func fixes(of rule: any Rule.Type) -> [ProvenFix] {
    guard let finding = analysis.examination.findings.first(where: { $0.rule == rule.name }) else {
      return []
    }
    return analysis.fixes(for: finding, reanalyse: reanalyse)
  }

  /// All that is safe, chosen.
  func safeFixes(where isWanted: (Finding) -> Bool = { _ in true }) -> SafeFixes {
    SafeFixes(FixSession(analysis), where: isWanted, reanalyse: reanalyse)
  }

  /// The host with other files.
  @Sendable func reanalyse(_ capture: HostCapture) -> Analysis {
    var files: [String: String] = [:]
    for case (let path, .file(let file)) in capture.entries {
      files[path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return Self.analyse(text.replacing(files).sketch)
  }

  /// The lines of a file when a fix is made.
  func lines(of fix: ProvenFix, _ path: String) -> [String] { lines(of: fix.fix.edits, path) }

  /// The lines of a file when edits are made.
  func lines(of edits: [String: EditSet], _ path: String) -> [String] {
    guard case .file(let file)? = analysis.capture(with: edits)?.entries[path] else { return [] }
    return file.bytes.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Mending {
  /// What each way to mend the first finding of a rule is called and changes:
  /// `safe: add lo1 to cloned_interfaces`, then the lines taken out with a minus in front and the new
  /// ones with a plus.
  func ways(of rule: any Rule.Type) -> [String] {
    fixes(of: rule).flatMap { way in
      ["\(way.fix.applicability): \(way.fix.title)"]
        + way.fix.edits.keys.sorted().flatMap { changes(of: way, $0) }
    }
  }

  private func changes(of fix: ProvenFix, _ path: String) -> [String] {
    var old = lines(of: [path: .none], path)[...]
    var new = lines(of: fix, path)[...]
    while let first = old.first, first == new.first {
      old.removeFirst()
      new.removeFirst()
    }
    while let last = old.last, last == new.last {
      old.removeLast()
      new.removeLast()
    }
    return old.map { "- \($0)" } + new.map { "+ \($0)" }
  }
}

/// Checks the ways to mend what a rule finds on a host, as `Mending.ways` words them, a line each.
func expectWays(
  of rule: any Rule.Type, in text: String, _ wanted: String,
  location: SourceLocation = #_sourceLocation
) {
  #expect(
    Mending(text).ways(of: rule).joined(separator: "\n") == wanted, sourceLocation: location)
}
