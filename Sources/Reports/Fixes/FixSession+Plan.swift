package import Rewrite
package import Rules
import SourceText

/// What was chosen, as a change of files.
extension FixSession {
  /// The plan of what is chosen; nil when that changes nothing.
  package func plan() -> ChangePlan? {
    var files: [ChangePlan.File] = []
    for (path, set) in edits.sorted(by: { $0.key < $1.key }) {
      guard case .file(let file)? = original.capture.entries[path],
        let change = try? ChangePlan.File(path: path, bytes: file.bytes, edits: set)
      else { return nil }
      files.append(change)
    }
    let plan = ChangePlan(reasons: chosen.map(\.fix.record), files: files)
    return plan.isEmpty ? nil : plan
  }
}
