import CellGrid
import Foundation
import Testing

/// Holds a screen to the one that was looked at and found right.
///
/// Its characters are held, and what they stand for; with `JAILSCOPE_WRITE_DOCS` set the files are
/// written anew instead.
///
/// - Parameter name: of the files in `Tests/Fixtures/screens`, without `.txt` and `.styles`.
func expectScreen(
  _ screen: CellGrid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let cursor = screen.cursor.map { "cursor \($0.row) \($0.column)\n" } ?? ""
  let parts = [("txt", screen.text), ("styles", cursor + screen.styles)]
  for (kind, text) in parts {
    let file = URL(filePath: "\(SampleHost.fixtures)/screens/\(name).\(kind)")
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      continue
    }
    let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard known != text else { continue }
    Issue.record("\(name).\(kind)\n\(differences(known, text))", sourceLocation: sourceLocation)
  }
}

/// The lines that differ, old and new, with their numbers.
private func differences(_ old: String, _ new: String) -> String {
  let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
  let (old, new) = (lines(old), lines(new))
  return (0..<max(old.count, new.count)).compactMap { row -> String? in
    let before = old.indices.contains(row) ? old[row] : ""
    let after = new.indices.contains(row) ? new[row] : ""
    return before == after ? nil : "\(row) - \(before)\n\(row) + \(after)"
  }.joined(separator: "\n")
}
