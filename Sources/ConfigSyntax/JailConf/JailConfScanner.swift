import SourceText

/// Cuts jail.conf text into tokens with the rules of usr.sbin/jail/jaillex.l.
///
/// Of all rules that match the longest wins. Every byte is looked at a bounded number of times:
/// the place of a closing quote is remembered, since each piece of a string asks for it again.
struct JailConfScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Inside double quotes, behind the first variable.
  private var isInQuotes = false
  /// The next piece continues a string.
  private var joins = false
  private var doubleQuote = ClosingQuote(UInt8(ascii: "\""))
  private var singleQuote = ClosingQuote(UInt8(ascii: "'"))

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token, or nil at the end of the bytes.
  mutating func next() -> JailConfToken? {
    guard offset < bytes.count else { return nil }
    if isInQuotes, let token = quotedToken() { return token }
    return plainToken()
  }

  /// Passes over white space, for those who don't want it as a token.
  mutating func skipSpace() {
    guard !isInQuotes, offset < bytes.count, bytes[offset].isJailConfSpace else { return }
    offset = end { $0.isJailConfSpace }
    joins = false
  }

  private func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  // MARK: Outside quotes

  private mutating func plainToken() -> JailConfToken {
    let first = bytes[offset]
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
      return separator(.space, to: end { $0.isJailConfSpace })
    case UInt8(ascii: "#"): return separator(.comment, to: endOfLine())
    case UInt8(ascii: "{"): return separator(.openBrace, to: offset + 1)
    case UInt8(ascii: "}"): return separator(.closeBrace, to: offset + 1)
    case UInt8(ascii: ";"): return separator(.semicolon, to: offset + 1)
    case UInt8(ascii: ","): return separator(.comma, to: offset + 1)
    case UInt8(ascii: "="): return separator(.equals, to: offset + 1)
    case UInt8(ascii: "+") where byte(at: offset + 1) == UInt8(ascii: "="):
      return separator(.plusEquals, to: offset + 2)
    case UInt8(ascii: "/"): return slash()
    case UInt8(ascii: "'"): return singleQuoted()
    case UInt8(ascii: "\""): return doubleQuoted()
    default: return wordToken() ?? token(.stray, to: offset + 1)
    }
  }

  private mutating func slash() -> JailConfToken {
    switch byte(at: offset + 1) {
    case UInt8(ascii: "/")?: return separator(.comment, to: endOfLine())
    case UInt8(ascii: "*")?:
      var index = offset + 3
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "*") {
          return separator(.comment, to: index + 1)
        }
        index += 1
      }
      return token(.unterminatedComment, to: bytes.count)
    default: return piece(.word, to: offset + 1)
    }
  }

  private mutating func singleQuoted() -> JailConfToken {
    if let close = singleQuote.position(from: offset + 1, in: bytes) {
      return piece(.singleQuoted, to: close + 1)
    }
    return token(.unterminatedString, to: endOfUnterminatedString())
  }

  private mutating func doubleQuoted() -> JailConfToken {
    if let close = doubleQuote.position(from: offset + 1, in: bytes) {
      return quotedPiece(from: offset + 1, close: close)
    }
    return token(.unterminatedString, to: endOfUnterminatedString())
  }

  /// Without a closing quote the string ends with its line, even where a backslash precedes the
  /// newline.
  private func endOfUnterminatedString() -> Int {
    var index = offset + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "\\") {
        guard let escaped = byte(at: index + 1), escaped != UInt8(ascii: "\n") else { break }
        index += 1
      }
      index += 1
    }
    return index
  }

  // MARK: Inside double quotes

  /// A token of the text behind a variable in double quotes, or nil when quotes do not matter
  /// any more.
  private mutating func quotedToken() -> JailConfToken? {
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      isInQuotes = false
      return token(.closingQuote, to: offset + 1)
    case UInt8(ascii: "$"), UInt8(ascii: "\\"):
      return wordToken()
    default:
      if let close = doubleQuote.position(from: offset + 1, in: bytes) {
        return quotedPiece(from: offset, close: close)
      }
      if let word = wordToken() { return word }
      // A variable has swallowed the closing quote.
      isInQuotes = false
      return nil
    }
  }

  /// The text up to the closing quote or to the first variable in front of it.
  private mutating func quotedPiece(from start: Int, close: Int) -> JailConfToken {
    var index = start
    while index < close, bytes[index] != UInt8(ascii: "$") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    isInQuotes = index < close
    return isInQuotes ? piece(.openQuoted, to: index) : piece(.doubleQuoted, to: close + 1)
  }

  // MARK: Both

  private mutating func wordToken() -> JailConfToken? {
    let first = bytes[offset]
    if first.isJailConfWord { return piece(.word, to: end { $0.isJailConfWord }) }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      return piece(.word, to: offset + 1)
    case UInt8(ascii: "\\"): return piece(.word, to: endOfEscape())
    case UInt8(ascii: "$"): return variable()
    default: return nil
    }
  }

  private func endOfEscape() -> Int {
    guard let escaped = byte(at: offset + 1) else { return offset + 1 }
    var index = offset + 2
    switch escaped {
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      while index < min(offset + 4, bytes.count), bytes[index].octalValue != nil { index += 1 }
    case UInt8(ascii: "x"):
      while index < min(offset + 4, bytes.count), bytes[index].hexValue != nil { index += 1 }
    default: break
    }
    return index
  }

  private mutating func variable() -> JailConfToken {
    guard let next = byte(at: offset + 1) else { return piece(.word, to: offset + 1) }
    if next == UInt8(ascii: "{") { return bracedVariable() }
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
    guard next.isJailConfVariableName, !isDigit else { return piece(.word, to: offset + 1) }
    var index = offset + 2
    while index < bytes.count, bytes[index].isJailConfVariableName { index += 1 }
    return piece(.variable, to: index)
  }

  /// `${…}`: a backslash inside is an ordinary byte as well as the start of an escape, so the
  /// longest of all readings counts, and an unterminated one can be longer than a closed one.
  private mutating func bracedVariable() -> JailConfToken {
    var closed = 0
    var open = 0
    visitBracedVariable(escapesNewline: true) { index in
      if byte(at: index) == UInt8(ascii: "}") { closed = index + 1 }
    }
    visitBracedVariable(escapesNewline: false) { open = $0 }
    if closed >= open { return piece(.variable, to: closed) }
    return token(.unterminatedVariable, to: open)
  }

  /// Visits each index behind `${` at which some reading has just ended a byte or an escape.
  private func visitBracedVariable(escapesNewline: Bool, _ visit: (Int) -> Void) {
    var index = offset + 2
    var isBetween = true
    var isEscaping = false
    while isBetween || isEscaping {
      if isBetween { visit(index) }
      guard let byte = byte(at: index) else { return }
      let opensEscape = isBetween && byte == UInt8(ascii: "\\")
      let endsEscape = isEscaping && (escapesNewline || byte != UInt8(ascii: "\n"))
      isBetween = endsEscape || (isBetween && !endsBracedVariable(byte))
      isEscaping = opensEscape
      index += 1
    }
  }

  private func endsBracedVariable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    case UInt8(ascii: "\""): isInQuotes
    default: false
    }
  }

  // MARK: Making tokens

  private func end(while belongs: (UInt8) -> Bool) -> Int {
    var index = offset + 1
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return index
  }

  private func endOfLine() -> Int {
    end { $0 != UInt8(ascii: "\n") }
  }

  /// A token that leaves the question open whether the next piece joins.
  private mutating func token(_ kind: JailConfToken.Kind, to end: Int) -> JailConfToken {
    defer { offset = end }
    return JailConfToken(kind: kind, span: SourceSpan(offset, end))
  }

  /// A token behind which a string starts anew.
  private mutating func separator(_ kind: JailConfToken.Kind, to end: Int) -> JailConfToken {
    joins = false
    return token(kind, to: end)
  }

  /// A piece of a string.
  private mutating func piece(_ kind: JailConfToken.Kind, to end: Int) -> JailConfToken {
    defer {
      offset = end
      joins = true
    }
    return JailConfToken(kind: kind, span: SourceSpan(offset, end), isJoined: joins)
  }
}
