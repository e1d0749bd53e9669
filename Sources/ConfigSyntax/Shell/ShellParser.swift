import SourceText

/// Reads a file as sh(1) does, into a tree that covers every byte of it.
///
/// Reads on to the end of any input: what FreeBSD's sh(1) would stop at becomes
/// `ShellScript.syntaxError`. Takes time linear in the size of the input.
/// The grammar and its messages follow FreeBSD `bin/sh/parser.c`.
package func parseShell(_ bytes: [UInt8]) -> ShellScript {
  var parser = ShellParser(bytes)
  return parser.script()
}

/// Why reading cannot go on.
enum ShellStop: Error {
  case syntax(ShellSyntaxError)
  case tooDeep
}

/// The state of reading one text: where it stands, and the token it holds.
///
/// Like sh(1) it looks one token ahead: `next` takes a token and `pushBack` returns it.
struct ShellParser {
  /// The greatest height of the tree, in nested constructs.
  ///
  /// Real configuration stays below ten. A level takes up to 5 KB of stack in a release build and
  /// 13 KB in a debug build.
  static let depthLimit = 100

  let bytes: [UInt8]
  /// Where all of the text stands in the file when it isn't the file itself: text between
  /// backquotes is unescaped first, so offsets in it say nothing.
  let enclosing: SourceSpan?
  var position = 0
  var depth: Int
  /// The greatest depth since somebody reset it, to tell how high a finished command is.
  var deepest: Int

  var token = ShellToken.newline
  var isPushedBack = false
  var tokenStart = 0
  var tokenEnd = 0
  /// The end of the token before the held one.
  var previousEnd = 0
  /// The word, or what follows `NAME=`, when the token is a word.
  var word = ShellWord(parts: [], span: SourceSpan(0, 0))
  var assignmentName: String?
  var redirection = ShellRedirectionOperator.file

  var hereDocuments: [ShellHereDocument] = []
  /// The here-documents before this index belong outside the command substitution being read.
  var hereBase = 0
  /// From the operator of the first to the text of the last here-document read since somebody
  /// cleared it.
  var hereSpan: SourceSpan?

  /// The start of the last token read, which is the line sh(1) names in most messages.
  var anchor = 0
  /// The line to name instead, after backquotes, in which sh(1) counts from 1 again.
  var anchorLine: Int?
  /// The quote opened last.
  var quoteStart = 0

  init(_ bytes: [UInt8], enclosing: SourceSpan? = nil, depth: Int = 0) {
    self.bytes = bytes
    self.enclosing = enclosing
    self.depth = depth
    self.deepest = depth
  }

  func span(_ lower: Int, _ upper: Int) -> SourceSpan {
    enclosing ?? SourceSpan(lower, upper)
  }

  func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  /// The offset behind any number of escaped newlines, which sh(1) takes out anywhere but in
  /// single quotes and comments.
  func skippingContinuations(_ index: Int) -> Int {
    var index = index
    while byte(at: index) == UInt8(ascii: "\\"), byte(at: index + 1) == UInt8(ascii: "\n") {
      index += 2
    }
    return index
  }

  /// The offset behind the character at `index`, all bytes of which stay together.
  func endOfCharacter(at index: Int) -> Int {
    var end = index + 1
    guard bytes[index] >= 0xC0 else { return end }
    while end < min(index + 4, bytes.count), bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Goes one level down; every level leaves again, or reading stops.
  mutating func descend() throws(ShellStop) {
    depth += 1
    deepest = max(deepest, depth)
    if depth > Self.depthLimit { throw .tooDeep }
  }
}

/// What sh(1) says of code it cannot read.
extension ShellParser {
  func line(at offset: Int) -> Int {
    var line = 1
    for byte in bytes[..<min(offset, bytes.count)] where byte == UInt8(ascii: "\n") { line += 1 }
    return line
  }

  /// The line sh(1) keeps for messages: that of the last token it began to read.
  var messageLine: Int { anchorLine ?? line(at: anchor) }

  func stop(_ message: String, line: Int? = nil, offset: Int) -> ShellStop {
    .syntax(
      ShellSyntaxError(
        line: line ?? messageLine, message: message, offset: enclosing?.lower ?? offset))
  }

  /// The held token does not fit; at the end of the file the cause is what was left open.
  func unexpected(expecting expected: ShellToken? = nil, opener: Int? = nil) -> ShellStop {
    var message = "\(token.rawValue) unexpected"
    if let expected { message += " (expecting \(expected.rawValue))" }
    return stop(message, offset: token == .end ? opener ?? tokenStart : tokenStart)
  }
}
