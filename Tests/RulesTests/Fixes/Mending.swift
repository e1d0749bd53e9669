import HostModel
import SourceText
import TestHosts

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
    Analysis(sketch.forecast, sketch.capture)
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
    return String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
