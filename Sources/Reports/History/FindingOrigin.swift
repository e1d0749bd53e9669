package import HostModel
package import Rules
import SourceText

/// Since when something is wrong with a host, and what brought it.
package struct FindingOrigin: Sendable {
  /// What is found today.
  package let finding: Finding
  /// The oldest state since which it is found in every one.
  package let since: String
  /// The state before that one, without it; nil when even the oldest has it.
  package let before: String?
  /// What changed between the two.
  package let changes: [FileChange]
  /// They are changes of lines that the finding is about; else of whatever else changed.
  package let isWrittenThere: Bool
  /// The release it came with, when that changed, too.
  package let newRelease: Release?

  /// Of something that every state has.
  init(_ finding: Finding, inAllSince oldest: String) {
    self.finding = finding
    since = oldest
    before = nil
    changes = []
    isWrittenThere = false
    newRelease = nil
  }

  /// Of something that one state has and the state before it doesn't.
  init(_ finding: Finding, in first: HistoricHost, after last: HistoricHost) {
    self.finding = finding
    since = first.name
    before = last.name
    let all = fileChanges(from: last.assessment.capture, to: first.assessment.capture)
    let places = first.assessment.analysis.same(finding)?.places ?? []
    let its = all.compactMap { $0.touching(places, in: first.assessment.capture) }
    isWrittenThere = !its.isEmpty
    changes = its.isEmpty ? all : its
    let release = first.assessment.forecast.release
    newRelease = release == last.assessment.forecast.release ? nil : release
  }
}

/// How the files of two states differ, without lines around the changes.
private func fileChanges(from old: HostCapture, to new: HostCapture) -> [FileChange] {
  let paths = Set(old.entries.keys).union(new.entries.keys).sorted()
  return paths.compactMap { path in
    let (before, after) = (old.bytes(at: path), new.bytes(at: path))
    guard before != after else { return nil }
    return FileChange(path: path, diff: FileDiff(old: before, new: after, context: 0))
  }
}

extension HostCapture {
  /// The bytes of a file; none when there is none.
  fileprivate func bytes(at path: String) -> [UInt8] {
    if case .file(let file)? = entries[path] { return file.bytes }
    return []
  }
}

extension FileChange {
  /// What of it is in the lines of some places; nil when nothing is.
  fileprivate func touching(_ places: [FindingPlace], in capture: HostCapture) -> FileChange? {
    let spans = places.map(\.place).filter { $0.path == path }.map(\.span)
    guard !spans.isEmpty, case .file(let file)? = capture.entries[path] else { return nil }
    let index = LineIndex(file.bytes)
    let lines = spans.map { span in
      index.line(at: span.lower)...index.line(at: max(span.lower, span.upper - 1))
    }
    let its = diff.keeping { hunk in
      lines.contains { $0.overlaps(hunk.newStart..<hunk.newStart + max(hunk.newCount, 1)) }
    }
    return its.hunks.isEmpty ? nil : FileChange(path: path, diff: its)
  }
}
