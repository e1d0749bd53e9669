import SourceText

/// Lines of one plain assignment, which nearly all of a file of settings are: `NAME="text" # why`.
extension ShellParser {
  /// Reads such a line up to the end of it, to what reading its tokens one by one would make of it.
  ///
  /// - Returns: the statement's node; nil for every other line, of which nothing is read then.
  mutating func takePlainAssignment() -> ShellNode? {
    guard !isPushedBack, hereDocuments.isEmpty, enclosing == nil,
      byte(at: position)?.startsShellName == true
    else { return nil }
    let start = position
    var index = start + 1
    while index < bytes.count, bytes[index].continuesShellName { index += 1 }
    guard byte(at: index) == UInt8(ascii: "="),
      let (part, end) = plainValue(at: index + 1), let next = endOfPlainLine(behind: end)
    else { return nil }
    position = next
    let word = ShellWord(parts: [part], span: SourceSpan(index + 1, end))
    let span = SourceSpan(start, end)
    let assignment = ShellAssignment(name: text(start, index), value: word, span: span)
    let command = ShellSimpleCommand(assignments: [assignment], span: span)
    return ShellNode(
      kind: .statement(ShellStatement(form: .assignments, command: .simple(command))), span: span)
  }

  /// The value of one part that begins at an offset, and its end.
  private func plainValue(at start: Int) -> (part: ShellWordPart, end: Int)? {
    switch byte(at: start) {
    case UInt8(ascii: "\"")?:
      let end = endOfPlainText(from: start + 1, .doubleQuoted)
      guard byte(at: end) == UInt8(ascii: "\"") else { return nil }
      return (.quoted(text(start + 1, end), SourceSpan(start + 1, end)), end + 1)
    case UInt8(ascii: "'")?:
      var end = start + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "'") { end += 1 }
      guard end < bytes.count else { return nil }
      return (.quoted(text(start + 1, end), SourceSpan(start + 1, end)), end + 1)
    default:
      let end = endOfPlainText(from: start, .unquoted)
      return end > start ? (.literal(text(start, end), SourceSpan(start, end)), end) : nil
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
