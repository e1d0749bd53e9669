/// Blanks out what is not code, so that a search for code finds no prose.
///
/// Comments and the text of string literals become spaces; line ends, quotes and interpolated code
/// stay, so every position keeps its line and column.
struct CodeMask {
  private enum Context {
    /// Code, with the parentheses open since an interpolation began; the bottom one never ends.
    case code(parentheses: Int)
    case string(hashes: Int, quotes: Int)
    case lineComment
    case blockComment(depth: Int)
  }

  private let source: [UInt8]
  private var masked: [UInt8]
  private var offset = 0
  private var contexts = [Context.code(parentheses: 0)]

  /// The bytes of a Swift file with everything but code blanked out.
  static func code(of source: [UInt8]) -> [UInt8] {
    var mask = CodeMask(source: source, masked: source)
    while mask.offset < source.count, let context = mask.contexts.last {
      switch context {
      case .code(let parentheses): mask.stepInCode(parentheses)
      case .string(let hashes, let quotes): mask.stepInString(hashes, quotes)
      case .lineComment: mask.stepInLineComment()
      case .blockComment(let depth): mask.stepInBlockComment(depth)
      }
    }
    return mask.masked
  }

  private mutating func stepInCode(_ parentheses: Int) {
    switch source[offset] {
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      contexts.append(.lineComment)
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
      blank(2)
      contexts.append(.blockComment(depth: 1))
    case UInt8(ascii: "\""), UInt8(ascii: "#"):
      if let (hashes, quotes) = openingQuote() {
        offset += hashes + quotes
        contexts.append(.string(hashes: hashes, quotes: quotes))
      } else {
        offset += 1
      }
    case UInt8(ascii: "("):
      offset += 1
      replaceContext(.code(parentheses: parentheses + 1))
    case UInt8(ascii: ")"):
      offset += 1
      if parentheses == 0, contexts.count > 1 {
        contexts.removeLast()
      } else {
        replaceContext(.code(parentheses: parentheses - 1))
      }
    default:
      offset += 1
    }
  }

  private mutating func stepInString(_ hashes: Int, _ quotes: Int) {
    switch source[offset] {
    case UInt8(ascii: "\"") where isRepeated("\"", quotes) && isRepeated("#", hashes, at: quotes):
      offset += quotes + hashes
      contexts.removeLast()
    case UInt8(ascii: "\\") where isRepeated("#", hashes, at: 1):
      if byte(1 + hashes) == UInt8(ascii: "(") {
        offset += hashes + 2
        contexts.append(.code(parentheses: 0))
      } else {
        blank(hashes + 2)
      }
    case UInt8(ascii: "\n") where quotes == 1:
      contexts.removeLast()
    default:
      blank(1)
    }
  }

  private mutating func stepInLineComment() {
    if source[offset] == UInt8(ascii: "\n") { contexts.removeLast() } else { blank(1) }
  }

  private mutating func stepInBlockComment(_ depth: Int) {
    switch (source[offset], byte(1)) {
    case (UInt8(ascii: "*"), UInt8(ascii: "/")):
      blank(2)
      contexts.removeLast()
      if depth > 1 { contexts.append(.blockComment(depth: depth - 1)) }
    case (UInt8(ascii: "/"), UInt8(ascii: "*")):
      blank(2)
      replaceContext(.blockComment(depth: depth + 1))
    default:
      blank(1)
    }
  }

  /// The `#`s and the `"`s of a literal that begins here.
  private func openingQuote() -> (hashes: Int, quotes: Int)? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    let quote = UInt8(ascii: "\"")
    guard byte(hashes) == quote else { return nil }
    let isMultiline = byte(hashes + 1) == quote && byte(hashes + 2) == quote
    return (hashes, isMultiline ? 3 : 1)
  }

  private mutating func replaceContext(_ context: Context) {
    contexts[contexts.count - 1] = context
  }

  private func byte(_ ahead: Int) -> UInt8? {
    offset + ahead < source.count ? source[offset + ahead] : nil
  }

  private func isRepeated(_ character: Unicode.Scalar, _ count: Int, at start: Int = 0) -> Bool {
    (0..<count).allSatisfy { byte(start + $0) == UInt8(ascii: character) }
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where offset < source.count {
      if source[offset] != UInt8(ascii: "\n") { masked[offset] = UInt8(ascii: " ") }
      offset += 1
    }
  }
}
