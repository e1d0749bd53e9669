/// Reads backslashes and quotes within a word (FreeBSD `bin/sh/parser.c`, `readtoken1`).
extension ShellParser {
  mutating func takeEscape(_ state: inout ShellWordState) {
    let start = position
    guard let escaped = byte(at: start + 1) else {
      position += 1
      return state.builder.add(start..<position, quoted: state.isQuoted)
    }
    position = endOfCharacter(at: start + 1)
    if escaped == UInt8(ascii: "\n") { return state.builder.skip(start..<position) }
    if state.quoting == .double, !isEscapable(escaped, in: state.enclosure) {
      return state.builder.add(start..<position, quoted: true)
    }
    state.builder.add(bytes[start + 1..<position], for: start..<position, quoted: true)
  }

  /// Whether a backslash between double quotes takes the meaning of a byte away.
  private func isEscapable(_ byte: UInt8, in enclosure: ShellEnclosure) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "\""):
      return true
    case UInt8(ascii: "}"):
      if case .braces(keepsQuoting: true) = enclosure { return true }
      return false
    default:
      return false
    }
  }

  mutating func takeSingleQuotes(_ state: inout ShellWordState) throws(ShellStop) {
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "'") { end += 1 }
    guard end < bytes.count else { throw stop("Unterminated quoted string", offset: position) }
    position = end + 1
    state.builder.addQuotes(start..<end)
  }

  mutating func takeDoubleQuote(_ state: inout ShellWordState) {
    defer { position += 1 }
    switch state.quoting {
    case .arithmetic:
      break
    case .none:
      state.builder.flush()
      state.quoting = .double
      state.partsAtQuote = state.builder.parts.count
      quoteStart = position
    case .double:
      state.builder.flush()
      state.quoting = .none
      if state.partsAtQuote == state.builder.parts.count {
        state.builder.addQuotes(position..<position)
      }
    }
  }

  /// Takes `$'…'` from behind its opening quote (`readcstyleesc`).
  mutating func takeDollarQuotes(into builder: inout ShellWordBuilder) throws(ShellStop) {
    let start = position
    var text: [UInt8] = []
    while let byte = byte(at: position) {
      position += 1
      if byte == UInt8(ascii: "'") {
        builder.flush()
        builder.add(text, for: start..<position - 1, quoted: true)
        return builder.flush()
      }
      if byte == UInt8(ascii: "\\") {
        try takeCharacterEscape(into: &text, opener: start - 2)
      } else {
        text.append(byte)
      }
    }
    throw stop("Unterminated quoted string", offset: start - 2)
  }

  /// Takes what follows a backslash in `$'…'`.
  private mutating func takeCharacterEscape(
    into text: inout [UInt8], opener: Int
  ) throws(ShellStop) {
    guard let kind = byte(at: position) else { return }
    position += 1
    switch kind {
    case UInt8(ascii: "\n"): return
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(kind)
    case UInt8(ascii: "a"): text.append(0x07)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "x"):
      append(UInt8(truncatingIfNeeded: takeNumber(radix: 16, limit: .max).value), to: &text)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      append(UInt8(truncatingIfNeeded: takeNumber(radix: 8, limit: 3).value), to: &text)
    case UInt8(ascii: "c"):
      guard let control = takeControlCharacter() else {
        throw stop("Bad escape sequence", offset: opener)
      }
      append(control, to: &text)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = kind == UInt8(ascii: "U") ? 8 : 4
      let number = takeNumber(radix: 16, limit: digits)
      guard number.digits == digits, number.value != 0,
        let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: number.value))
      else { throw stop("Bad escape sequence", offset: opener) }
      text.append(contentsOf: String(scalar).utf8)
    default:
      throw stop("Bad escape sequence", offset: opener)
    }
  }

  /// Adds a byte; a NUL ends the text, and the rest up to the quote is dropped.
  private mutating func append(_ byte: UInt8, to text: inout [UInt8]) {
    guard byte == 0 else { return text.append(byte) }
    while let next = self.byte(at: position), next != UInt8(ascii: "'") {
      position += next == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position, bytes.count)
  }

  private mutating func takeNumber(radix: UInt64, limit: Int) -> (value: UInt64, digits: Int) {
    var value: UInt64 = 0
    var digits = 0
    while digits < limit, let byte = byte(at: position),
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix
    {
      value = value &* radix &+ UInt64(digit)
      digits += 1
      position += 1
    }
    return (value, digits)
  }

  /// Takes the character behind `\c`: `\cA` is control-A.
  private mutating func takeControlCharacter() -> UInt8? {
    guard let byte = byte(at: position), byte >= 0x3F, byte <= 0x7A, byte != UInt8(ascii: "`")
    else { return nil }
    position += 1
    if byte == UInt8(ascii: "\\") {
      guard self.byte(at: position) == byte else { return nil }
      position += 1
    }
    return byte == UInt8(ascii: "?") ? 0x7F : byte & 0x1F
  }
}
