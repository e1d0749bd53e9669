import Phrases
import SourceText

/// Values but strings: numbers, dates, arrays, inline tables.
extension TOMLParser {
  mutating func value() throws(TOMLProblem) -> TOMLItem {
    let start = offset
    let value: TOMLValue
    switch peek {
    case UInt8(ascii: "\"")?: value = .string(try anyBasicString())
    case UInt8(ascii: "'")?: value = .string(try anyLiteralString())
    case UInt8(ascii: "[")?:
      value = .array(try nested { (self) throws(TOMLProblem) in try self.array() })
    case UInt8(ascii: "{")?:
      value = .table(try nested { (self) throws(TOMLProblem) in try self.inlineTable() })
    default: value = try scalar()
    }
    return TOMLItem(value: value, span: SourceSpan(start, offset))
  }

  /// Bounds how deeply values may stand in one another.
  private mutating func nested<Value>(
    _ read: (inout TOMLParser) throws(TOMLProblem) -> Value
  ) throws(TOMLProblem) -> Value {
    guard depth < 64 else { throw problem(spoken("nested too deeply")) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws(TOMLProblem) -> [TOMLItem] {
    offset += 1
    var items: [TOMLItem] = []
    while true {
      try skipBlankLines()
      if eat("]") { return items }
      items.append(try value())
      try skipBlankLines()
      if eat(",") { continue }
      guard eat("]") else { throw problem(spoken("expected , or ] in the array")) }
      return items
    }
  }

  private mutating func inlineTable() throws(TOMLProblem) -> TOMLTable {
    offset += 1
    // its keys are its own: what is outside can't add to it
    let outer = tree
    tree = TOMLTree()
    defer { tree = outer }
    skipBlanks()
    if eat("}") { return tree.table(tree.root) }
    while true {
      skipBlanks()
      try assignment(in: tree.root)
      skipBlanks()
      if eat(",") { continue }
      guard eat("}") else { throw problem(spoken("expected , or } in the inline table")) }
      return tree.table(tree.root)
    }
  }

  /// A word up to what ends a value.
  private mutating func scalar() throws(TOMLProblem) -> TOMLValue {
    let start = offset
    while let byte = peek, !Self.ends.contains(byte) { offset += 1 }
    // a date and its time may be parted by a blank
    if offset - start == 10, peek == 32, offset + 1 < bytes.count,
      (48...57).contains(bytes[offset + 1]), bytes[start + 4] == UInt8(ascii: "-")
    {
      offset += 1
      while let byte = peek, !Self.ends.contains(byte) { offset += 1 }
    }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    let value: TOMLValue? =
      switch word {
      case "true": .boolean(true)
      case "false": .boolean(false)
      default:
        Self.integer(word).map { .integer($0) } ?? Self.float(word).map { .float($0) }
          ?? (Self.isDateTime(word) ? .dateTime(word) : nil)
      }
    guard let value else {
      offset = start
      throw problem(word.isEmpty ? spoken("expected a value") : spoken("not a value: \(word)"))
    }
    return value
  }

  private static let ends = Set(" \t\r\n,]}#".utf8)

  private static func integer(_ word: String) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      guard let digits = withoutUnderscores(word.dropFirst(2)),
        digits.first?.isLetter == true
          || digits.first?.isNumber == true
      else { return nil }
      return Int(digits, radix: radix)
    }
    let signed = word.first == "+" || word.first == "-"
    guard let digits = withoutUnderscores(signed ? word.dropFirst() : word[...]),
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits == "0" || digits.first != "0"
    else { return nil }
    return Int(word.first == "-" ? "-\(digits)" : digits)
  }

  private static func float(_ word: String) -> Double? {
    let signed = word.first == "+" || word.first == "-"
    let body = signed ? word.dropFirst() : word[...]
    let sign = word.first == "-" ? -1.0 : 1.0
    if body == "inf" { return sign * .infinity }
    if body == "nan" { return .nan }
    guard let text = withoutUnderscores(body), text.first?.isNumber == true,
      text.last?.isNumber == true,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }),
      text.contains(where: { ".eE".contains($0) }), !text.contains(".e"), !text.contains(".E")
    else { return nil }
    let whole = text.prefix { $0.isNumber }
    guard whole == "0" || whole.first != "0" else { return nil }
    return Double(text).map { sign * $0 }
  }

  /// The digits of a number; nil when an underscore isn't between two of them.
  private static func withoutUnderscores(_ digits: Substring) -> String? {
    guard !digits.isEmpty, digits.first != "_", digits.last != "_" else { return nil }
    var text = ""
    var last: Character = "0"
    for character in digits {
      if character == "_", last == "_" { return nil }
      if character != "_" { text.append(character) }
      last = character
    }
    return text
  }

  /// `2026-11-24`, `07:32:00`, or both with `T` or a blank between and perhaps an offset behind.
  private static func isDateTime(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    if let end = date(bytes[...]) {
      guard end < bytes.count else { return true }
      guard [UInt8(ascii: "T"), UInt8(ascii: "t"), 32].contains(bytes[end]),
        let rest = time(bytes[(end + 1)...])
      else { return false }
      return rest == bytes.count || isZone(bytes[rest...])
    }
    return time(bytes[...]) == bytes.count
  }

  /// Reads digits as a pattern shows them by `0`; the end of what was read.
  private static func shape(_ bytes: ArraySlice<UInt8>, _ pattern: String) -> Int? {
    guard bytes.count >= pattern.utf8.count else { return nil }
    for (byte, wanted) in zip(bytes, pattern.utf8) {
      let isRight = wanted == 48 ? (48...57).contains(byte) : byte == wanted
      guard isRight else { return nil }
    }
    return bytes.startIndex + pattern.utf8.count
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func date(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let end = shape(bytes, "0000-00-00") else { return nil }
    let start = bytes.startIndex
    let month = number(bytes[(start + 5)..<(start + 7)])
    let day = number(bytes[(start + 8)..<(start + 10)])
    return (1...12).contains(month) && (1...31).contains(day) ? end : nil
  }

  private static func time(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard var end = shape(bytes, "00:00:00") else { return nil }
    let start = bytes.startIndex
    guard number(bytes[start..<(start + 2)]) < 24, number(bytes[(start + 3)..<(start + 5)]) < 60,
      number(bytes[(start + 6)..<(start + 8)]) <= 60
    else { return nil }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ".") {
      let digits = bytes[(end + 1)...].prefix { (48...57).contains($0) }
      guard !digits.isEmpty else { return nil }
      end = digits.endIndex
    }
    return end
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.count == 1 { return bytes.first == UInt8(ascii: "Z") || bytes.first == 122 }
    return shape(bytes, "+00:00") == bytes.endIndex || shape(bytes, "-00:00") == bytes.endIndex
  }
}
