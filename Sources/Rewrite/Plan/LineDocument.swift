import Phrases
import SourceText

/// A text of lines, each a keyword and values, that ends in the digest of all before it.
///
/// A value is a word without blanks, or any bytes between double quotes as `QuotedBytes` writes
/// them. So the text is printable ASCII whatever it holds, and a text that was cut or changed shows.
struct LineDocument {
  /// One line.
  struct Line {
    let keyword: String
    let values: [[UInt8]]
  }

  /// Why a text is no such document, with the 1-based line.
  struct Problem: Error {
    let line: Int
    let reason: String
  }

  private(set) var text: [UInt8] = []

  /// An empty document of a kind: `jailscope plan 1`.
  init(_ head: String) {
    text = Array("\(head)\n".utf8)
  }

  /// Adds a line; a value of letters, digits and `-` stands as it is.
  mutating func add(_ keyword: String, _ values: [[UInt8]]) {
    text += keyword.utf8
    for value in values {
      text.append(UInt8(ascii: " "))
      text += Self.isWord(value) ? value : Array(QuotedBytes.quoted(value).utf8)
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// Adds a line of texts.
  mutating func add(_ keyword: String, _ values: String...) {
    add(keyword, values.map { Array($0.utf8) })
  }

  /// The whole text with its last line.
  func ended() -> [UInt8] {
    text + Array("end \(SHA256(text).hexadecimal)\n".utf8)
  }

  /// The first line, and the others without the last.
  static func read(_ text: [UInt8]) throws(Problem) -> (head: String, lines: [Line]) {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, let last = lines.popLast(), let head = lines.first
    else { throw Problem(line: 1, reason: spoken("is cut short")) }
    let covered = text[..<last.startIndex]
    guard last == Array("end \(SHA256(Array(covered)).hexadecimal)".utf8)[...] else {
      throw Problem(line: lines.count + 1, reason: spoken("is cut short or was changed by hand"))
    }
    var read: [Line] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard let line = Line(line) else {
        throw Problem(line: index + 1, reason: spoken("can't be read"))
      }
      read.append(line)
    }
    return (String(decoding: head, as: UTF8.self), read)
  }

  private static func isWord(_ value: [UInt8]) -> Bool {
    !value.isEmpty && value.allSatisfy(isWordByte)
  }

  fileprivate static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension LineDocument.Line {
  fileprivate init?(_ line: ArraySlice<UInt8>) {
    let keyword = line.prefix(while: LineDocument.isWordByte)
    guard !keyword.isEmpty else { return nil }
    var values: [[UInt8]] = []
    var rest = line.dropFirst(keyword.count)
    while !rest.isEmpty {
      guard rest.first == UInt8(ascii: " ") else { return nil }
      rest = rest.dropFirst()
      if let (value, count) = QuotedBytes.read(rest) {
        values.append(value)
        rest = rest.dropFirst(count)
      } else {
        let word = rest.prefix(while: LineDocument.isWordByte)
        guard !word.isEmpty else { return nil }
        values.append(Array(word))
        rest = rest.dropFirst(word.count)
      }
    }
    self.init(keyword: String(decoding: keyword, as: UTF8.self), values: values)
  }

  /// The only value as text, if there is one and it is UTF-8.
  var text: String? { values.count == 1 ? String(validating: values[0], as: UTF8.self) : nil }

  /// A value as a number that is not negative.
  func number(_ index: Int) -> Int? {
    guard index < values.count, let number = Int(String(decoding: values[index], as: UTF8.self)),
      number >= 0
    else { return nil }
    return number
  }

  /// The only value as a digest.
  var digest: SHA256? { values.count == 1 ? SHA256(hexadecimal: values[0]) : nil }
}
