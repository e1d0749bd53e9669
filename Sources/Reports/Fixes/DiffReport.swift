import Rules
package import SourceText

/// Edits of a host's files as the change from one version of each file to another.
package struct FileChange: Sendable {
  /// The file's path on the host.
  package let path: String
  /// How its versions differ.
  package let diff: FileDiff

  /// What edits change in the files of a host, by path.
  ///
  /// - Parameter context: how many unchanged lines to show around each change.
  package static func all(
    _ edits: [String: EditSet], in capture: HostCapture, context: Int = 3
  ) -> [FileChange] {
    edits.sorted { $0.key < $1.key }.compactMap { path, set in
      guard case .file(let file)? = capture.entries[path],
        let bytes = try? set.applied(to: file.bytes), bytes != file.bytes
      else { return nil }
      return FileChange(
        path: path, diff: FileDiff(old: file.bytes, new: bytes, context: context))
    }
  }
}

/// A diff for people: escaped, with the words marked that differ.
package func diffReport(_ changes: [FileChange], style: TextStyle) -> String {
  changes.flatMap(diffLines).rendered(style)
}

/// The diff byte for byte as `patch -p1` takes it in the host's root directory.
package func patch(_ changes: [FileChange]) -> [UInt8] {
  changes.flatMap { $0.diff.unified(path: $0.path) }
}

private func diffLines(_ change: FileChange) -> [TextLine] {
  let path = change.path.drop { $0 == "/" }
  return [TextLine("--- a/\(path)", .strong), TextLine("+++ b/\(path)", .strong)]
    + change.diff.hunks.flatMap { hunk in
      [
        TextLine(
          "@@ -\(hunk.oldStart),\(hunk.oldCount) +\(hunk.newStart),\(hunk.newCount) @@",
          .uncertainty)
      ] + hunk.lines.flatMap(textLines)
    }
}

/// A line of a diff with its marks, and below it what git says of a missing newline.
private func textLines(_ line: FileDiff.Line) -> [TextLine] {
  let emphasis: (plain: Emphasis, marked: Emphasis) =
    switch line.side {
    case .both: (.plain, .plain)
    case .old: (.removal, .removedWord)
    case .new: (.success, .addedWord)
    }
  var text = TextLine(String(Unicode.Scalar(line.side.sign)), emphasis.plain)
  for (piece, isMarked) in line.pieces {
    text.append(piece, isMarked ? emphasis.marked : emphasis.plain)
  }
  return [text] + (line.lacksNewline ? [TextLine("\\ No newline at end of file")] : [])
}
