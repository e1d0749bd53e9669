import CellGrid
import Phrases
import Reports
import Rules
import SourceText

/// What edits change in a file, as a diff of the lines around them alone: comparing the whole of a
/// large file at every key would take too long.
struct ChangeExcerpt {
  private let capture: HostCapture
  private let lineIndex: (SourceFile) -> LineIndex?

  /// What stands for the words that differ.
  static let marked: Set<Role> = [.diffAddWord, .diffDeleteWord]

  /// - Parameter picture: the host that the edits are for, of whose files it knows the lines.
  init(_ picture: HostPicture) {
    capture = picture.analysis.capture
    lineIndex = { picture.lineIndex(of: $0.path) }
  }

  /// - Parameter capture: the files that the edits are for.
  init(_ capture: HostCapture) {
    self.capture = capture
    lineIndex = { LineIndex($0.bytes) }
  }

  /// The diff with so many lines of context, and above each part of it the file and the line.
  func lines(_ edits: [String: EditSet], context: Int) -> [StyledLine] {
    edits.sorted { $0.key < $1.key }.flatMap { path, set -> [StyledLine] in
      guard case .file(let file)? = capture.entry(at: path), let index = lineIndex(file) else {
        return []
      }
      return clusters(set, index, context).flatMap { edits in
        lines(of: edits, in: file, index, context)
      }
    }
  }

  /// Edits whose lines stand together.
  private func clusters(_ set: EditSet, _ index: LineIndex, _ context: Int) -> [[TextEdit]] {
    var clusters: [[TextEdit]] = []
    var last = 0
    for edit in set.edits {
      if !clusters.isEmpty, index.line(at: edit.span.lower) <= last + 2 * context {
        clusters[clusters.count - 1].append(edit)
      } else {
        clusters.append([edit])
      }
      last = index.line(at: edit.span.upper)
    }
    return clusters
  }

  private func lines(
    of edits: [TextEdit], in file: SourceFile, _ index: LineIndex, _ context: Int
  ) -> [StyledLine] {
    guard let lower = edits.first?.span.lower, let upper = edits.last?.span.upper else { return [] }
    let first = index.line(at: lower)
    let last = index.line(at: upper)
    let start = index.start(of: max(first - context, 1)) ?? 0
    let end = index.start(of: last + context + 1) ?? file.bytes.count
    let shifted = edits.map {
      TextEdit(SourceSpan($0.span.lower - start, $0.span.upper - start), $0.replacement)
    }
    let old = Array(file.bytes[start..<end])
    guard let set = try? EditSet(shifted), let new = try? set.applied(to: old) else { return [] }
    var head = StyledLine(file.path, .filePath)
    head.append(spoken("  line \(first)"), .fileLine)
    return [head]
      + FileDiff(old: old, new: new, context: context).hunks.flatMap(\.lines).map(diffLine)
  }
}
