import SourceText

/// Edits of one version of a file, carried over to a later one.
extension EditSet {
  /// The edits at the places that their lines have in the later version; nil when any line an edit
  /// touches is another there, or is not there any more.
  ///
  /// An edit between two lines needs both of them, and still side by side.
  func moved(from old: [UInt8], to new: [UInt8]) -> EditSet? {
    let oldLines = FileDiff.lines(of: old[...])
    let newLines = FileDiff.lines(of: new[...])
    let changes = LineDiff(oldLines, newLines).changes
    var moved: [TextEdit] = []
    for edit in edits {
      let touched = Self.lines(at: edit.span, in: oldLines)
      guard !touched.isEmpty,
        changes.allSatisfy({
          $0.old.upperBound <= touched.lowerBound || $0.old.lowerBound >= touched.upperBound
        })
      else { return nil }
      var shift = 0
      for change in changes where change.old.upperBound <= touched.lowerBound {
        shift += newLines[change.new].reduce(0) { $0 + $1.count }
        shift -= oldLines[change.old].reduce(0) { $0 + $1.count }
      }
      moved.append(
        TextEdit(
          SourceSpan(edit.span.lower + shift, edit.span.upper + shift), edit.replacement))
    }
    return try? EditSet(moved)
  }

  /// The lines that a span has bytes of; for an empty one between two lines, both.
  private static func lines(at span: SourceSpan, in lines: [ArraySlice<UInt8>]) -> Range<Int> {
    let isEmpty = span.count == 0
    let touched = lines.indices.filter { index in
      let line = lines[index].indices
      return isEmpty
        ? line.lowerBound <= span.lower && span.lower <= line.upperBound
        : line.lowerBound < span.upper && span.lower < line.upperBound
    }
    guard let first = touched.first, let last = touched.last else { return 0..<0 }
    return first..<last + 1
  }
}
