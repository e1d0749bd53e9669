import SourceText

/// Lines of one plain assignment, which nearly all of a file of settings are: `NAME="text" # why`.
extension ShellParser {
  /// Reads such a line up to the end of it, to what reading its tokens one by one would make of it.
  ///
  /// - Returns: the assignment; nil for every other line, of which nothing is read then.
  mutating func takePlainAssignment() -> ShellPlainAssignment? {
    guard !isPushedBack, hereDocuments.isEmpty, enclosing == nil,
      byte(at: position)?.startsShellName == true
    else { return nil }
    let start = position
    var index = start + 1
    while index < bytes.count, bytes[index].continuesShellName { index += 1 }
    guard byte(at: index) == UInt8(ascii: "="),
      let (value, isQuoted) = plainValue(at: index + 1)
    else { return nil }
    let end = value.upperBound + (isQuoted ? 1 : 0)
    guard let next = endOfPlainLine(behind: end) else { return nil }
    position = next
    return ShellPlainAssignment(
      name: text(start, index), text: text(value.lowerBound, value.upperBound), isQuoted: isQuoted,
      span: SourceSpan(start, end))
  }

  /// The text of a value of one part that begins at an offset, and whether it stands in quotes.
  private func plainValue(at start: Int) -> (text: Range<Int>, isQuoted: Bool)? {
    switch byte(at: start) {
    case UInt8(ascii: "\"")?:
      let end = endOfPlainText(from: start + 1, .doubleQuoted)
      return byte(at: end) == UInt8(ascii: "\"") ? (start + 1..<end, true) : nil
    case UInt8(ascii: "'")?:
      var end = start + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "'") { end += 1 }
      return end < bytes.count ? (start + 1..<end, true) : nil
    default:
      let end = endOfPlainText(from: start, .unquoted)
      return end > start ? (start..<end, false) : nil
    }
  }

  private func endOfPlainText(from start: Int, _ stops: ShellByteSet) -> Int {
    var end = start
    while end < bytes.count, !stops.contains(bytes[end]) { end += 1 }
    return end
  }

  /// The start of the next line, when nothing but blanks and a comment stands behind an offset.
  private func endOfPlainLine(behind end: Int) -> Int? {
    var index = end
    while let byte = byte(at: index), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      index += 1
    }
    if index > end, byte(at: index) == UInt8(ascii: "#") {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    }
    return byte(at: index) == UInt8(ascii: "\n") ? index + 1 : nil
  }
}
