import CellGrid
import Reports
import SourceText

/// What edits change in a file, as a diff of the lines around them alone: comparing the whole of a
/// large file at every key would take too long.
struct ChangeExcerpt {
  private let picture: HostPicture
  private let glyphs: Glyphs

  init(_ picture: HostPicture, _ glyphs: Glyphs) {
    self.picture = picture
    self.glyphs = glyphs
  }

  /// The diff with a line of context, for each file its name in front.
  func lines(_ edits: [String: EditSet], columns: Int) -> [StyledLine] {
    edits.sorted { $0.key < $1.key }.flatMap { path, set -> [StyledLine] in
      guard let file = picture.file(at: path) else { return [] }
      return clusters(set, in: path).flatMap { edits -> [StyledLine] in
        lines(of: edits, in: file, columns: columns)
      }
    }
  }

  /// Edits whose lines stand together.
  private func clusters(_ set: EditSet, in path: String) -> [[TextEdit]] {
    var clusters: [[TextEdit]] = []
    var last = 0
    for edit in set.edits {
      let line = picture.line(of: Place(path: path, span: edit.span)) ?? 1
      let end = SourceSpan(edit.span.upper, edit.span.upper)
      if !clusters.isEmpty, line <= last + 2 {
        clusters[clusters.count - 1].append(edit)
      } else {
        clusters.append([edit])
      }
      last = picture.line(of: Place(path: path, span: end)) ?? line
    }
    return clusters
  }

  private func lines(
    of edits: [TextEdit], in file: SourceFile, columns: Int
  ) -> [StyledLine] {
    guard let lower = edits.first?.span.lower, let upper = edits.last?.span.upper else { return [] }
    let first = picture.line(of: Place(path: file.path, span: SourceSpan(lower, lower))) ?? 1
    let last = picture.line(of: Place(path: file.path, span: SourceSpan(upper, upper))) ?? first
    let start = picture.span(ofLine: max(first - 1, 1), in: file.path)?.lower ?? 0
    let end = picture.start(ofLine: last + 2, in: file.path) ?? file.bytes.count
    let shifted = edits.map {
      TextEdit(SourceSpan($0.span.lower - start, $0.span.upper - start), $0.replacement)
    }
    let old = Array(file.bytes[start..<end])
    guard let set = try? EditSet(shifted), let new = try? set.applied(to: old) else { return [] }
    var head = StyledLine(file.path, .filePath)
    head.append("  line \(first)", .fileLine)
    let roles: Set<Role> = [.diffAddWord, .diffDeleteWord]
    return [head]
      + FileDiff(old: old, new: new, context: 1).hunks.flatMap(\.lines).map {
        diffLine($0).window(columns, around: roles, glyphs)
      }
  }
}
