import Phrases
import SourceText

/// Reads a document line by line into a tree of tables.
struct TOMLParser {
  let bytes: [UInt8]
  var offset = 0
  var tree = TOMLTree()
  /// How many arrays and inline tables stand in one another here.
  var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(TOMLProblem) -> TOMLTable {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
    var table = tree.root
    while true {
      try skipBlankLines()
      guard let byte = peek else { break }
      if byte == UInt8(ascii: "[") {
        table = try header()
      } else {
        try assignment(in: table)
      }
      try endLine()
    }
    return tree.table(tree.root)
  }

  // MARK: lines

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(TOMLProblem) -> Int {
    let start = offset
    offset += 1
    let isArray = eat("[")
    skipBlanks()
    let path = try keyPath()
    skipBlanks()
    guard eat("]"), !isArray || eat("]") else {
      throw problem(spoken("expected ] behind the name"))
    }
    let span = SourceSpan(start, offset)
    return try tree.open(path, isArray: isArray, span: span)
  }

  /// `a.b = value`.
  mutating func assignment(in table: Int) throws(TOMLProblem) {
    let path = try keyPath()
    skipBlanks()
    guard eat("=") else { throw problem(spoken("expected = behind the key")) }
    skipBlanks()
    let item = try value()
    try tree.set(path, to: item, in: table)
  }

  // MARK: keys

  /// A key of several parts with dots between.
  private mutating func keyPath() throws(TOMLProblem) -> [TOMLTree.Key] {
    var path = [try key()]
    while true {
      let end = offset
      skipBlanks()
      guard eat(".") else {
        offset = end
        return path
      }
      skipBlanks()
      // each is a table in the one before
      guard path.count < 64 else { throw problem(spoken("nested too deeply")) }
      path.append(try key())
    }
  }

  private mutating func key() throws(TOMLProblem) -> TOMLTree.Key {
    let start = offset
    let text: String
    switch peek {
    case UInt8(ascii: "\""): text = try basicString()
    case UInt8(ascii: "'"): text = try literalString()
    default:
      while let byte = peek, Self.isKeyByte(byte) { offset += 1 }
      guard offset > start else { throw problem(spoken("expected a key")) }
      text = String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    return TOMLTree.Key(text: text, span: SourceSpan(start, offset))
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  // MARK: bytes

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func eat(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  func problem(_ message: String) -> TOMLProblem { TOMLProblem(offset: offset, message: message) }

  mutating func skipBlanks() {
    while peek == 32 || peek == 9 { offset += 1 }
  }

  /// Skips blanks, comments and line ends.
  mutating func skipBlankLines() throws(TOMLProblem) {
    while true {
      skipBlanks()
      try skipComment()
      guard try skipLineEnd() else { return }
    }
  }

  private mutating func skipComment() throws(TOMLProblem) {
    guard peek == UInt8(ascii: "#") else { return }
    while let byte = peek, byte != 10, !(byte == 13 && isFollowed(by: 10)) {
      guard byte >= 32 && byte != 127 || byte == 9 else {
        throw problem(spoken("a comment can't have control characters"))
      }
      offset += 1
    }
  }

  func isFollowed(by byte: UInt8) -> Bool {
    offset + 1 < bytes.count && bytes[offset + 1] == byte
  }

  private mutating func skipLineEnd() throws(TOMLProblem) -> Bool {
    if peek == 13 {
      guard isFollowed(by: 10) else {
        throw problem(spoken("a carriage return needs a newline behind it"))
      }
      offset += 1
    }
    return eat("\n")
  }

  private mutating func endLine() throws(TOMLProblem) {
    skipBlanks()
    try skipComment()
    guard peek != nil else { return }
    guard try skipLineEnd() else { throw problem(spoken("expected the end of the line")) }
  }
}
