import SourceText

/// Reads what begins with a dollar sign or a backquote (FreeBSD `bin/sh/parser.c`, `parsesub`).
extension ShellParser {
  mutating func takeExpansion(
    into builder: inout ShellWordBuilder, _ quoting: ShellQuoting
  ) throws(ShellStop) {
    let start = position
    let quoted = quoting != .none
    if bytes[start] == UInt8(ascii: "`") {
      return builder.add(try readBackquotes(quoting))
    }
    let index = skippingContinuations(start + 1)
    switch byte(at: index) {
    case UInt8(ascii: "(")?:
      let second = skippingContinuations(index + 1)
      if byte(at: second) == UInt8(ascii: "(") {
        position = second + 1
        builder.add(try readArithmetic(from: start, quoted: quoted))
      } else {
        position = index + 1
        builder.add(try readSubstitution(from: start, quoted: quoted))
      }
    case UInt8(ascii: "{")?:
      position = index + 1
      builder.add(.parameter(try readBraces(from: start, quoting)))
    case UInt8(ascii: "'")? where !quoted:
      position = index + 1
      try takeDollarQuotes(into: &builder)
    default:
      position = index
      guard let name = takeParameterName(inBraces: false) else {
        position = start + 1
        return builder.add(start..<position, quoted: quoted)
      }
      builder.add(
        .parameter(ShellParameter(name: name, quoted: quoted, span: span(start, position))))
    }
  }

  /// Takes the expression behind `$((`.
  private mutating func readArithmetic(
    from start: Int, quoted: Bool
  ) throws(ShellStop) -> ShellWordPart {
    try descend()
    defer { depth -= 1 }
    let lower = position
    let parts = try readParts(in: .arithmetic, quoting: .arithmetic, opener: start)
    let word = ShellWord(parts: parts, span: span(lower, position))
    position = skippingContinuations(position + 1) + 1
    return .arithmetic(word, quoted: quoted, span(start, position))
  }

  /// Takes the commands behind `$(`.
  private mutating func readSubstitution(
    from start: Int, quoted: Bool
  ) throws(ShellStop) -> ShellWordPart {
    let base = hereBase
    hereBase = hereDocuments.count
    let command = try readList()
    try expect(.close, opener: start)
    hereBase = base
    return .commandSubstitution(command, quoted: quoted, span(start, position))
  }

  /// Takes backquotes; what stands between them is unescaped, then read as text of its own.
  private mutating func readBackquotes(
    _ quoting: ShellQuoting
  ) throws(ShellStop) -> ShellWordPart {
    let start = position
    let text = try takeBackquotedText(escapesQuotes: quoting == .double)
    try descend()
    defer { depth -= 1 }
    let span = span(start, position)
    var inner = ShellParser(text, enclosing: span, depth: depth)
    let command = try inner.readList()
    if try inner.next() != .end { throw inner.unexpected() }
    deepest = max(deepest, inner.deepest)
    anchorLine = inner.messageLine
    return .commandSubstitution(command, quoted: quoting != .none, span)
  }

  private mutating func takeBackquotedText(escapesQuotes: Bool) throws(ShellStop) -> [UInt8] {
    let start = position
    var text: [UInt8] = []
    position += 1
    while let byte = byte(at: position) {
      position += 1
      switch byte {
      case UInt8(ascii: "`"):
        return text
      case UInt8(ascii: "\\"):
        guard let escaped = self.byte(at: position) else { break }
        position += 1
        switch escaped {
        case UInt8(ascii: "\n"): continue
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"): break
        case UInt8(ascii: "\"") where escapesQuotes: break
        default: text.append(byte)
        }
        text.append(escaped)
      default:
        text.append(byte)
      }
    }
    throw stop("EOF in backquote substitution", line: line(at: bytes.count), offset: start)
  }
}
