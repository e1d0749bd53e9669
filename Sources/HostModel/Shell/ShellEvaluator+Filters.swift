import ConfigSyntax

/// Follows what stands behind a bar.
extension ShellEvaluator {
  /// Follows cut(1) for one range of bytes, `-b 1-15`; in the locale C, characters are bytes.
  ///
  /// - Returns: false when its options are others, or what it is to cut isn't known.
  mutating func cut(_ arguments: [String], _ command: ShellSimpleCommand) -> Bool {
    let words = arguments.joined(separator: " ")
    guard let input, ["-b", "-c"].contains(words.prefix(2)),
      let range = Self.range(words.dropFirst(2).drop { $0 == " " })
    else { return false }
    let lines = input.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let cut = (input.hasSuffix("\n") ? lines.dropLast() : lines[...]).map { line in
      String(decoding: line.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self) + "\n"
    }
    emit(cut.joined(), streams(command.redirections), command.span)
    return true
  }

  /// `N`, `N-M`, `N-` or `-M`, counted from 1, as offsets.
  private static func range(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    let end = Int32.max
    guard ends.count <= 2, text.utf8.count < 10, let first = ends.first, !(text == "-"),
      let lower = first.isEmpty && ends.count == 2 ? 1 : Int(first),
      let upper = ends.count == 1 ? lower : ends[1].isEmpty ? Int(end) : Int(ends[1]),
      lower >= 1, upper >= lower
    else { return nil }
    return (lower - 1)..<upper
  }
}
