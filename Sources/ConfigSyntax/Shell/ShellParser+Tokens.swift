import SourceText

/// Cuts the text into tokens (FreeBSD `bin/sh/parser.c`, `readtoken` and `xxreadtoken`).
extension ShellParser {
  /// Takes the next token, or the one pushed back, which `mode` may turn into a reserved word.
  mutating func next(_ mode: ShellTokenMode = []) throws(ShellStop) -> ShellToken {
    if isPushedBack { isPushedBack = false } else { try read(mode) }
    if mode.contains(.newlines) {
      while token == .newline { try read(mode) }
    }
    if token == .word, mode.contains(.reserved), assignmentName == nil,
      let literal = word.soleLiteral, let reserved = ShellToken(reserved: literal)
    {
      token = reserved
    }
    return token
  }

  mutating func pushBack() {
    isPushedBack = true
  }

  mutating func peek(_ mode: ShellTokenMode) throws(ShellStop) -> ShellToken {
    let token = try next(mode)
    pushBack()
    return token
  }

  /// Takes the next token, which must be the given one.
  mutating func expect(_ expected: ShellToken, opener: Int) throws(ShellStop) {
    if try next() != expected { throw unexpected(expecting: expected, opener: opener) }
  }

  /// Skips blanks, escaped newlines and a comment.
  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "\\") where byte(at: position + 1) == UInt8(ascii: "\n"):
        position += 2
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        return
      default:
        return
      }
    }
  }

  private mutating func read(_ mode: ShellTokenMode) throws(ShellStop) {
    skipBlanks()
    let start = position
    let before = tokenEnd
    anchor = start
    anchorLine = nil
    // A word may hold commands, whose tokens pass through the same state.
    let token = try readToken(mode)
    self.token = token
    tokenStart = start
    tokenEnd = position
    previousEnd = before
  }

  private mutating func readToken(_ mode: ShellTokenMode) throws(ShellStop) -> ShellToken {
    guard position < bytes.count else { return .end }
    switch bytes[position] {
    case UInt8(ascii: "\n"):
      position += 1
      readHereDocuments()
      return .newline
    case UInt8(ascii: "&"):
      return operators(.background, UInt8(ascii: "&"), .and)
    case UInt8(ascii: "|"):
      return operators(.pipe, UInt8(ascii: "|"), .or)
    case UInt8(ascii: ";"):
      let short = operators(.semicolon, UInt8(ascii: ";"), .endCase)
      return short == .endCase ? short : extended(.semicolon, UInt8(ascii: "&"), .fallThrough)
    case UInt8(ascii: "("):
      position += 1
      return .open
    case UInt8(ascii: ")"):
      position += 1
      return .close
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      readRedirectionOperator()
      return .redirection
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let index = skippingContinuations(position + 1)
      let next = byte(at: index)
      guard next == UInt8(ascii: "<") || next == UInt8(ascii: ">") else { break }
      position = index
      readRedirectionOperator()
      return .redirection
    default:
      break
    }
    try readWord(splittingAssignment: mode.contains(.assignments))
    return .word
  }

  /// Takes a one-byte operator, or the longer one if a certain byte follows.
  private mutating func operators(
    _ short: ShellToken, _ following: UInt8, _ long: ShellToken
  ) -> ShellToken {
    position += 1
    return extended(short, following, long)
  }

  private mutating func extended(
    _ short: ShellToken, _ following: UInt8, _ long: ShellToken
  ) -> ShellToken {
    let index = skippingContinuations(position)
    guard byte(at: index) == following else { return short }
    position = index + 1
    return long
  }
}

extension ShellWord {
  /// The text of a word without any quoting or expansion.
  var soleLiteral: String? {
    guard parts.count == 1, case .literal(let text, _) = parts[0] else { return nil }
    return text
  }
}
