import Phrases

/// The four kinds of strings.
extension TOMLParser {
  mutating func anyBasicString() throws(TOMLProblem) -> String {
    bytes[offset...].starts(with: Array("\"\"\"".utf8)) ? try longBasicString() : try basicString()
  }

  mutating func anyLiteralString() throws(TOMLProblem) -> String {
    bytes[offset...].starts(with: Array("'''".utf8)) ? try longLiteralString() : try literalString()
  }

  /// `"…"` in one line.
  mutating func basicString() throws(TOMLProblem) -> String {
    offset += 1
    var text: [UInt8] = []
    while true {
      guard let byte = peek, byte != 10 else { throw problem(spoken("the string is never closed")) }
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return try decoded(text)
      case UInt8(ascii: "\\"): text += try escape()
      default: text.append(try checked(byte))
      }
    }
  }

  /// `'…'` in one line.
  mutating func literalString() throws(TOMLProblem) -> String {
    offset += 1
    var text: [UInt8] = []
    while true {
      guard let byte = peek, byte != 10 else { throw problem(spoken("the string is never closed")) }
      offset += 1
      if byte == UInt8(ascii: "'") { return try decoded(text) }
      text.append(try checked(byte))
    }
  }

  private mutating func longBasicString() throws(TOMLProblem) -> String {
    try long(UInt8(ascii: "\""), escapes: true)
  }

  private mutating func longLiteralString() throws(TOMLProblem) -> String {
    try long(UInt8(ascii: "'"), escapes: false)
  }

  /// Three quotes, lines, three quotes; a newline right behind the first is no part of it.
  private mutating func long(_ quote: UInt8, escapes: Bool) throws(TOMLProblem) -> String {
    offset += 3
    if peek == 13, isFollowed(by: 10) { offset += 1 }
    _ = eat("\n")
    var text: [UInt8] = []
    while true {
      guard let byte = peek else { throw problem(spoken("the string is never closed")) }
      if byte == quote {
        let run = bytes[offset...].prefix { $0 == quote }.count
        guard run < 6 else { throw problem(spoken("too many quotes")) }
        offset += run
        // up to two quotes may stand in front of the three that end it
        text += [UInt8](repeating: quote, count: run >= 3 ? run - 3 : run)
        if run >= 3 { return try decoded(text) }
      } else if byte == UInt8(ascii: "\\"), escapes {
        offset += 1
        if !trimsLine() { text += try escape() }
      } else {
        offset += 1
        text.append(byte == 10 || byte == 13 && peek == 10 ? byte : try checked(byte))
      }
    }
  }

  /// Skips white space behind a backslash at the end of a line.
  private mutating func trimsLine() -> Bool {
    let blanks = bytes[offset...].prefix { $0 == 32 || $0 == 9 || $0 == 13 }
    guard blanks.endIndex < bytes.count, bytes[blanks.endIndex] == 10 else { return false }
    offset = bytes[offset...].firstIndex { ![32, 9, 10, 13].contains($0) } ?? bytes.count
    return true
  }

  private func checked(_ byte: UInt8) throws(TOMLProblem) -> UInt8 {
    guard byte >= 32 && byte != 127 || byte == 9 else {
      throw TOMLProblem(
        offset: offset - 1, message: spoken("a string can't have control characters"))
    }
    return byte
  }

  private func decoded(_ text: [UInt8]) throws(TOMLProblem) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw problem(spoken("the string is not UTF-8"))
    }
    return string
  }

  /// What stands behind a backslash.
  private mutating func escape() throws(TOMLProblem) -> [UInt8] {
    guard let byte = peek else { throw problem(spoken("the string is never closed")) }
    offset += 1
    switch byte {
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"): return try scalar(digits: 4)
    case UInt8(ascii: "U"): return try scalar(digits: 8)
    default:
      offset -= 1
      throw problem(spoken("unknown escape"))
    }
  }

  private mutating func scalar(digits: Int) throws(TOMLProblem) -> [UInt8] {
    let text = bytes[offset...].prefix(digits)
    let isHex = text.allSatisfy {
      (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
    }
    guard text.count == digits, isHex,
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw problem(spoken("not a Unicode scalar")) }
    offset += digits
    return Array(String(scalar).utf8)
  }
}
