import SourceText

/// The text a token stands for: without quotes, dollar sign or braces, and with escapes resolved.
///
/// As in jail(8), a NUL ends it, whether written as a byte or as an escape.
struct JailConfText {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The text of a name or variable.
  func string(of token: JailConfToken) -> String {
    let content = content(of: token)
    guard content.contains(where: { bytes[$0] == UInt8(ascii: "\\") || bytes[$0] == 0 }) else {
      return String(decoding: bytes[content], as: UTF8.self)
    }
    var text: [UInt8] = []
    append(token, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// A number that tokens of the same bytes have, and few others.
  func sum(of token: JailConfToken) -> Int {
    var sum = 0
    for index in token.span.range { sum = sum &* 31 &+ Int(bytes[index]) }
    return sum
  }

  /// Whether two tokens are written alike.
  func areSame(_ one: JailConfToken, _ other: JailConfToken) -> Bool {
    let (count, start, otherStart) = (one.span.count, one.span.lower, other.span.lower)
    guard one.kind == other.kind, count == other.span.count else { return false }
    for offset in 0..<count where bytes[start + offset] != bytes[otherStart + offset] {
      return false
    }
    return true
  }

  /// Appends the text of one piece, as text2lval() of usr.sbin/jail/jaillex.l does.
  func append(_ token: JailConfToken, to text: inout [UInt8]) {
    let range = content(of: token)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        let escaped = escape(at: &index, below: range.upperBound)
        guard escaped != 0 else { return }
        if let escaped { text.append(escaped) }
      } else {
        guard byte != 0 else { return }
        text.append(byte)
      }
    }
  }

  private func content(of token: JailConfToken) -> Range<Int> {
    let (lower, upper) = (token.span.lower, token.span.upper)
    let quotes = bytes[lower] == UInt8(ascii: "\"") ? 1 : 0
    switch token.kind {
    case .singleQuoted: return lower + 1..<upper - 1
    case .doubleQuoted: return lower + quotes..<upper - 1
    case .openQuoted: return lower + quotes..<upper
    case .variable:
      return bytes[lower + 1] == UInt8(ascii: "{") ? lower + 2..<upper - 1 : lower + 1..<upper
    default: return lower..<upper
    }
  }

  /// The byte that a backslash in front of `index` makes with what follows, or nil for a joined
  /// line.
  private func escape(at index: inout Int, below end: Int) -> UInt8? {
    // A backslash in front of a closing brace takes the brace in, as jail(8) does.
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    index += 1
    if let value = byte.octalValue {
      return number(value, base: 8, digits: 2, at: &index, below: end, \.octalValue)
    }
    switch byte {
    case UInt8(ascii: "x"):
      return number(0, base: 16, digits: 2, at: &index, below: end, \.hexValue)
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0c
    case UInt8(ascii: "n"): return 0x0a
    case UInt8(ascii: "r"): return 0x0d
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "v"): return 0x0b
    case UInt8(ascii: "\n"): return nil
    default: return byte
    }
  }

  private func number(
    _ start: UInt8, base: UInt8, digits: Int, at index: inout Int, below end: Int,
    _ value: (UInt8) -> UInt8?
  ) -> UInt8 {
    var sum = start
    let last = min(index + digits, end)
    while index < last, let digit = value(bytes[index]) {
      sum = sum &* base &+ digit
      index += 1
    }
    return sum
  }
}
