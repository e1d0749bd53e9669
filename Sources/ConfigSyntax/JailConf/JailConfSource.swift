import SourceText

/// The tokens the grammar sees, and the messages that name their lines.
struct JailConfSource {
  private let path: String
  private let bytes: [UInt8]
  private let grammar: JailConfGrammar
  private var scanner: JailConfScanner
  /// The token read ahead; nil at the end of the input.
  private(set) var ahead: JailConfToken?
  /// Behind the closing quote that was passed on the way to `ahead`, else 0.
  private(set) var endOfString = 0
  /// The byte that jail(8) takes for the end of its input, when one stood before the real end.
  private var endByte: SourceSpan?
  private(set) var problems: [JailConfProblem] = []
  /// `line` is the line of this offset.
  private var counted = 0
  private var line = 1

  init(_ file: SourceFile, grammar: JailConfGrammar) {
    path = file.path
    bytes = file.bytes
    self.grammar = grammar
    scanner = JailConfScanner(file.bytes)
  }

  /// Where reading stopped.
  var end: Int { endByte?.lower ?? scanner.offset }

  /// Reads the next token; reports unterminated pieces on the way, which jail(8) then ignores.
  mutating func advance() {
    endOfString = 0
    while true {
      scanner.skipSpace()
      guard let token = scanner.next() else { break }
      switch token.kind {
      case .space, .comment: continue
      case .closingQuote: endOfString = token.span.upper
      case .unterminatedComment:
        // Before FreeBSD 14 jail(8) does not count the lines of such a comment.
        let reached = grammar == .classic ? token.span.lower : token.span.upper
        report("unterminated comment", at: token.span, readUpTo: reached)
      case .unterminatedString: report("unterminated string", at: token.span)
      case .unterminatedVariable: report("unterminated variable", at: token.span)
      case .stray where bytes[token.span.lower].endsJailConfInput:
        endByte = token.span
        ahead = nil
        return
      default:
        ahead = token
        return
      }
    }
    ahead = nil
  }

  /// Reports the token ahead, or the end, as one that can't stand there.
  mutating func reportSyntaxError() {
    let span = ahead?.span ?? endByte ?? SourceSpan(bytes.count, bytes.count)
    // jail(8) prints the token up to its first NUL; nothing at all means the end to it.
    let shown = bytes[span.range].prefix { $0 != 0 }
    if shown.isEmpty {
      problems.append(JailConfProblem(message: "\(path): unexpected EOF", span: span))
    } else {
      report("\(String(decoding: shown, as: UTF8.self)): syntax error", at: span)
    }
  }

  /// Leaves the rest unread.
  mutating func stop() {
    ahead = nil
  }

  /// Reports what jail(8) prints with the number of the line it has read up to.
  mutating func report(_ message: String, at span: SourceSpan) {
    report(message, at: span, readUpTo: scanner.offset)
  }

  private mutating func report(_ message: String, at span: SourceSpan, readUpTo offset: Int) {
    for byte in bytes[min(counted, offset)..<offset] where byte == UInt8(ascii: "\n") { line += 1 }
    counted = max(counted, offset)
    problems.append(JailConfProblem(message: "\(path) line \(line): \(message)", span: span))
  }
}
