package import SourceText

/// A piece of a jail.conf file as the lexer of jail(8) cuts it, white space and comments included.
package struct JailConfToken: Sendable, Equatable {
  /// What a token can be.
  package enum Kind: Sendable {
    /// Blanks, tabs and newlines.
    case space
    /// `# …`, `// …` or `/* … */`.
    case comment
    /// A run of word bytes, one of `$ * + / \`, or one backslash escape.
    case word
    /// `'…'`.
    case singleQuoted
    /// `"…"`, or what is left of it behind a variable, up to and with its closing quote.
    case doubleQuoted
    /// What stands in double quotes in front of a variable, without a closing quote.
    case openQuoted
    /// The quote that ends a string right behind a variable or an escape.
    case closingQuote
    /// `$name` or `${…}`.
    case variable
    case openBrace, closeBrace, semicolon, comma, equals, plusEquals
    case unterminatedComment, unterminatedString, unterminatedVariable
    /// One byte that can't stand where it does, such as a carriage return.
    case stray

    /// True for what joins with its neighbours to one string.
    var isStringPiece: Bool {
      switch self {
      case .word, .singleQuoted, .doubleQuoted, .openQuoted, .variable: true
      default: false
      }
    }
  }

  /// What the token is.
  package let kind: Kind
  /// The bytes it covers.
  package let span: SourceSpan
  /// True for a piece that continues the string of the piece before it.
  package let isJoined: Bool

  package init(kind: Kind, span: SourceSpan, isJoined: Bool = false) {
    self.kind = kind
    self.span = span
    self.isJoined = isJoined
  }
}

/// The tokens of a jail.conf file; their spans tile the bytes without gap or overlap.
///
/// Where jail(8) takes a byte for the end of its input, the list goes on behind it.
package func jailConfTokens(_ bytes: [UInt8]) -> [JailConfToken] {
  var scanner = JailConfScanner(bytes)
  var tokens: [JailConfToken] = []
  while let token = scanner.next() { tokens.append(token) }
  return tokens
}
