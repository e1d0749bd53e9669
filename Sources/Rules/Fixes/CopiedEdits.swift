import HostModel
import SourceText

/// Edits of a file made in a copy of it, whose lines may stand elsewhere.
struct CopiedEdits {
  /// The same edits, by the offsets of the copy.
  let edits: EditSet

  /// Nil when a line that is edited does not stand in the copy, or stands there twice.
  init?(_ set: EditSet, of file: SourceFile, in copy: SourceFile) {
    var moved: [TextEdit] = []
    for edit in set.edits {
      let lines = Self.lines(around: edit.span, in: file.bytes)
      let wanted = Array(file.bytes[lines])
      guard let start = copy.bytes.position(of: wanted),
        copy.bytes[(start + 1)...].position(of: wanted) == nil
      else { return nil }
      let offset = start - lines.lowerBound
      let span = SourceSpan(edit.span.lower + offset, edit.span.upper + offset)
      moved.append(TextEdit(span, edit.replacement))
    }
    guard let edits = try? EditSet(moved) else { return nil }
    self.edits = edits
  }

  private static func lines(around span: SourceSpan, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<span.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = bytes[max(start, span.upper)...].firstIndex(of: 10) ?? bytes.count
    return start..<end
  }
}
