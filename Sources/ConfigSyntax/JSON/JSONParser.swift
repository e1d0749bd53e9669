import Phrases
import SourceText

/// Reads a JSON document (RFC 8259) of at most 200 levels.
package func parseJSON(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
  try parseJSONNode(bytes).value
}

/// The same with the place of each value.
package func parseJSONNode(_ bytes: [UInt8]) throws(JSONProblem) -> JSONNode {
  var reader = JSONReader(bytes: bytes)
  let value = try reader.value(depth: 0)
  reader.skipBlanks()
  guard reader.offset == bytes.count else {
    throw reader.problem(spoken("text behind the document"))
  }
  return value
}

private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  func problem(_ message: String) -> JSONProblem { JSONProblem(offset: offset, message: message) }

  func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipBlanks() {
    while let byte = peek(), [0x20, 0x09, 0x0a, 0x0d].contains(byte) { offset += 1 }
  }

  mutating func value(depth: Int) throws(JSONProblem) -> JSONNode {
    skipBlanks()
    guard depth < 200 else { throw problem(spoken("nested too deeply")) }
    let start = offset
    let content = try content(depth)
    return JSONNode(span: SourceSpan(start, offset), content: content)
  }

  private mutating func content(_ depth: Int) throws(JSONProblem) -> JSONNode.Content {
    switch peek() {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw problem(spoken("the document ends too early"))
    default: return try number()
    }
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONNode.Content
  ) throws(JSONProblem) -> JSONNode.Content {
    let end = offset + text.utf8CodeUnitCount
    guard end <= bytes.count,
      text.withUTF8Buffer({ $0.elementsEqual(bytes[offset..<end]) })
    else { throw problem(spoken("no JSON value")) }
    offset = end
    return value
  }

  private mutating func number() throws(JSONProblem) -> JSONNode.Content {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func digits() throws(JSONProblem) {
    let start = offset
    while let byte = peek(), (48...57).contains(byte) { offset += 1 }
    if offset == start { throw problem(spoken("no JSON value")) }
  }

  private mutating func array(_ depth: Int) throws(JSONProblem) -> JSONNode.Content {
    offset += 1
    var values: [JSONNode] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return .array(values) }
      guard take(",") else { throw problem(spoken("expected a comma or a closing bracket")) }
    }
  }

  private mutating func object(_ depth: Int) throws(JSONProblem) -> JSONNode.Content {
    offset += 1
    var members: [JSONMember] = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "\"") else { throw problem(spoken("expected a name in quotes")) }
      let start = offset
      let name = try string()
      let span = SourceSpan(start, offset)
      skipBlanks()
      guard take(":") else { throw problem(spoken("expected a colon")) }
      members.append(
        JSONMember(name: name, nameSpan: span, node: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem(spoken("expected a comma or a closing brace")) }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek(), UInt32(byte) == character.value else { return false }
    offset += 1
    return true
  }

  private mutating func string() throws(JSONProblem) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = peek() {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw problem(spoken("a control character in a string"))
      default: text.append(byte)
      }
    }
    throw problem(spoken("a string that is never closed"))
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
    guard let byte = peek() else { throw problem(spoken("a string that is never closed")) }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): try unicodeEscape(into: &text)
    default: throw problem(spoken("an unknown escape"))
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONProblem) {
    var unit = try hexUnit()
    if (0xd800..<0xdc00).contains(unit), offset + 1 < bytes.count,
      bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      let low = try hexUnit()
      guard (0xdc00..<0xe000).contains(low) else { throw problem(spoken("half a surrogate pair")) }
      unit = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
    }
    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexUnit() throws(JSONProblem) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw problem(spoken("four hexadecimal digits expected"))
      }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }
}
