/// Writes one JSON document (RFC 8259), member by member, into bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var depth = 0
  /// Levels that get a line for each member; deeper ones stay on one line.
  private let brokenLevels: Int

  init(brokenLevels: Int) {
    self.brokenLevels = brokenLevels
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// An array with one call for each element.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { writer.element { body(&$0, element) } }
    }
  }

  mutating func strings(_ values: some Sequence<String>) {
    array(values) { $0.string($1) }
  }

  /// Starts a member of the object that is open.
  mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    body(&self)
    needsComma = true
  }

  /// Starts an element of the array that is open.
  mutating func element(_ body: (inout JSONWriter) -> Void) {
    separate()
    body(&self)
    needsComma = true
  }

  mutating func member(_ name: String, _ value: String) { member(name) { $0.string(value) } }

  mutating func member(_ name: String, _ value: String?) {
    member(name) { if let value { $0.string(value) } else { $0.raw("null") } }
  }

  mutating func member(_ name: String, _ value: Int?) {
    member(name) { $0.raw(value.map { String($0) } ?? "null") }
  }

  mutating func member(_ name: String, _ value: Bool) { member(name) { $0.raw("\(value)") } }

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case 0xc2:
        // U+0080 to U+009F are controls to a terminal, and JSON itself would let them through
        guard let next = rest.next() else { break }
        if next < 0xa0 { escape(next) } else { bytes += [byte, next] }
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0a: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0..<0x20, 0x7f: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += Array("\\u00".utf8)
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }

  private mutating func enclose(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(open)
    needsComma = false
    depth += 1
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start, depth < brokenLevels { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth <= brokenLevels {
      breakLine()
    } else if needsComma {
      bytes.append(UInt8(ascii: " "))
    }
    needsComma = false
  }

  private mutating func breakLine() {
    bytes.append(0x0a)
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }
}
