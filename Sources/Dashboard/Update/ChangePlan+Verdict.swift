package import Reports
package import Rewrite
package import Rules
import SourceText

/// What a plan leads to.
extension ChangePlan {
  /// The verdict with the plan's files in the place of the host's; nil when a file is not the one that
  /// its edits were made for.
  package func verdict(after analysis: Analysis, _ reanalyse: @escaping Reanalysis) -> Verdict? {
    var capture = analysis.capture
    for file in files {
      guard case .file(let old)? = capture.entry(at: file.path),
        let bytes = file.applied(to: old.bytes)
      else { return nil }
      capture.entries[file.path] = .file(SourceFile(path: file.path, bytes: bytes))
    }
    return Assessment(reanalyse(capture)).verdict
  }
}
