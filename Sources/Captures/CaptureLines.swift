import Phrases
import SourceText

/// The lines of a capture's text, and the bytes that they stand for.
struct CaptureLines {
  private let text: [UInt8]
  private var position = 0
  /// The line that was taken last, from 1.
  private(set) var number = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Nothing follows.
  var isAtEnd: Bool { position == text.count }

  /// The first line with a byte that has no place in any; nil when there is none.
  var unprintable: Int? {
    var lines = 1
    for byte in text {
      if byte == lineFeed {
        lines += 1
      } else if byte < 0x20 || byte > 0x7e {
        return lines
      }
    }
    return nil
  }

  /// The next line without its line feed; nil when there is none that has one.
  mutating func next() -> Range<Int>? {
    guard let end = text.span.offset(of: lineFeed, from: position) else { return nil }
    defer { position = end + 1 }
    number += 1
    return position..<end
  }

  /// Takes the next line if it is a text.
  mutating func next(is line: String) -> Bool {
    next().map { text[$0].elementsEqual(line.utf8) } ?? false
  }

  /// The keyword of a line and its values; nil when it is none.
  func words(in range: Range<Int>) -> (keyword: String, values: [String])? {
    var words: [String] = []
    var rest = text[range]
    while true {
      if rest.first == UInt8(ascii: "\"") {
        guard !words.isEmpty, let (value, count) = QuotedBytes.read(rest) else { return nil }
        words.append(String(decoding: value, as: UTF8.self))
        rest = rest.dropFirst(count)
      } else {
        let word = rest.prefix(while: Self.isWordByte)
        guard !word.isEmpty else { return nil }
        words.append(String(decoding: word, as: UTF8.self))
        rest = rest.dropFirst(word.count)
      }
      guard let blank = rest.popFirst() else { break }
      guard blank == UInt8(ascii: " ") else { return nil }
    }
    return (words.removeFirst(), words)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private var isAtBody: Bool { position < text.count && text[position] == bar }

  /// The bytes of the body that follows.
  mutating func body(limit: Int) throws(CaptureProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while isAtBody, let line = next() {
      try append(line.dropFirst(), to: &bytes)
      guard bytes.count <= limit else {
        throw CaptureProblem(line: number, reason: spoken("is more than belongs there"))
      }
    }
    return bytes
  }

  /// The next line of a body as a text of its own; nil behind the last.
  mutating func bodyLine() throws(CaptureProblem) -> String? {
    guard isAtBody, let line = next() else { return nil }
    var bytes: [UInt8] = []
    try append(line.dropFirst(), to: &bytes)
    guard bytes.popLast() == lineFeed, !bytes.isEmpty else {
      throw CaptureProblem(line: number, reason: spoken("has no name"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) throws(CaptureProblem) {
    var start = range.lowerBound
    while let escape = text.span.offset(of: backslash, from: start, before: range.upperBound) {
      bytes += text[start..<escape]
      start = escape + 1
      guard start < range.upperBound else { return }
      guard let byte = Self.escaped(text[start..<range.upperBound], &start) else {
        throw CaptureProblem(line: number, reason: spoken("has an escape that means nothing"))
      }
      bytes.append(byte)
    }
    bytes += text[start..<range.upperBound]
    bytes.append(lineFeed)
  }

  private static func escaped(_ text: ArraySlice<UInt8>, _ position: inout Int) -> UInt8? {
    switch text.first {
    case backslash?:
      position += 1
      return backslash
    case UInt8(ascii: "t")?:
      position += 1
      return 9
    case UInt8(ascii: "r")?:
      position += 1
      return 13
    default:
      let digits = text.prefix(3)
      guard digits.count == 3, let first = digits.first, first <= UInt8(ascii: "3"),
        digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "7")).contains)
      else { return nil }
      position += 3
      return digits.reduce(0) { $0 << 3 | ($1 & 7) }
    }
  }
}

extension Span<UInt8> {
  /// Where a byte first stands in a range.
  fileprivate func offset(of byte: UInt8, from start: Int, before end: Int) -> Int? {
    extracting(start..<end).offset(of: byte).map { $0 + start }
  }
}
