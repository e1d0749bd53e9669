/// A text for people, as a call of `spoken` in the sources has it.
struct SpokenText {
  /// What it is found by in the catalogue: each interpolation a numbered hole, and perhaps its sense.
  var pattern = ""
  /// What keeps it from being translated.
  var fault: String?
  /// `path:line`.
  let place: String

  /// All of a file.
  static func all(in file: SourceCode) -> [SpokenText] {
    texts(behind: ["spoken(", "ForeignText("], in: file)
  }

  /// What stands behind some code and is a literal all the same.
  static func bare(behind openings: [String], in file: SourceCode) -> [SpokenText] {
    texts(behind: openings, in: file).filter { !$0.pattern.isEmpty }
  }

  private static func texts(behind openings: [String], in file: SourceCode) -> [SpokenText] {
    var texts: [SpokenText] = []
    var lineStart = 0
    for (index, line) in file.code.enumerated() {
      for opening in openings where line.contains(opening) {
        for range in line.ranges(of: opening) where !isPart(line[..<range.lowerBound]) {
          let offset = lineStart + line[..<range.upperBound].utf8.count
          var scanner = SpokenTextScanner(bytes: file.bytes, offset: offset)
          texts.append(scanner.text(place: file.place(index)))
        }
      }
      lineStart += line.utf8.count + 1
    }
    return texts
  }

  /// Whether what stands behind some code is the end of a longer word, or declared there.
  private static func isPart(_ before: Substring) -> Bool {
    before.hasSuffix("func ") || before.utf8.last.map(isWord) == true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"): true
    default: false
    }
  }
}

/// Reads the argument of a call: literals joined by `+`, and perhaps a sense.
private struct SpokenTextScanner {
  let bytes: [UInt8]
  var offset: Int
  private var holes = 0

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func text(place: String) -> SpokenText {
    var text = SpokenText(place: place)
    repeat {
      guard let part = literal() else {
        text.fault = "not made of literals alone"
        return text
      }
      text.pattern += part
    } while skips("+")
    if skips(",") {
      guard skips("as"), skips(":"), let sense = literal() else {
        text.fault = "its sense is no literal"
        return text
      }
      text.pattern += " [\(sense)]"
    }
    if !skips(")") { text.fault = "not made of literals alone" }
    return text
  }

  /// A literal that begins here, with holes for what is interpolated.
  private mutating func literal() -> String? {
    let isLong = skips("\"\"\"")
    guard isLong || skips("\"") else { return nil }
    var text: [UInt8] = []
    while offset < bytes.count {
      if bytes[offset...].starts(with: Array((isLong ? "\"\"\"" : "\"").utf8)) {
        offset += isLong ? 3 : 1
        return isLong ? Self.unindented(text) : String(decoding: text, as: UTF8.self)
      }
      guard bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count else {
        text.append(bytes[offset])
        offset += 1
        continue
      }
      offset += 2
      switch bytes[offset - 1] {
      case UInt8(ascii: "("):
        skipInterpolation()
        holes += 1
        text += Array("{\(holes)}".utf8)
      case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n"): text += Array("\\\n".utf8)
      case UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "t"), UInt8(ascii: "r"): return nil
      default: text.append(bytes[offset - 1])
      }
    }
    return nil
  }

  /// To behind the parenthesis that closes what is interpolated.
  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let outer = holes
        _ = literal()
        holes = outer
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      offset += 1
    }
  }

  /// Passes some text, with the blanks before it, if it is there.
  private mutating func skips(_ text: String) -> Bool {
    var next = offset
    while next < bytes.count, bytes[next] == 32 || bytes[next] == 10 { next += 1 }
    guard bytes[next...].starts(with: text.utf8) else { return false }
    offset = next + text.utf8.count
    return true
  }

  /// A literal of several lines without its indentation and the breaks that a backslash takes away.
  private static func unindented(_ text: [UInt8]) -> String {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropFirst()
    let indentation = lines.popLast()?.count ?? 0
    return lines.map { String(decoding: $0.dropFirst(indentation), as: UTF8.self) }
      .joined(separator: "\n").split(separator: "\\\n", omittingEmptySubsequences: false).joined()
  }
}
