package import SourceText

/// One word of shell code, in the pieces that quoting and expansion make of it.
package struct ShellWord: Sendable {
  /// The pieces, in the order they stand in.
  package var parts: [ShellWordPart]
  /// All of the word, with its quotes.
  package var span: SourceSpan

  package init(parts: [ShellWordPart], span: SourceSpan) {
    self.parts = parts
    self.span = span
  }

  /// The text when nothing in the word is expanded at run time, else nil.
  package var constant: String? {
    switch parts.count {
    case 0: return ""
    case 1: return parts[0].constant
    default:
      var text = ""
      for part in parts {
        guard let piece = part.constant else { return nil }
        text += piece
      }
      return text
    }
  }
}

/// A piece of a word.
package enum ShellWordPart: Sendable {
  /// Unquoted text: split by nothing here, but open to file name expansion.
  case literal(String, SourceSpan)
  /// Text that quotes or a backslash protect; the span covers the text without the quotes.
  case quoted(String, SourceSpan)
  indirect case parameter(ShellParameter)
  /// `$(…)` or a pair of backquotes.
  indirect case commandSubstitution(ShellCommand, quoted: Bool, SourceSpan)
  /// `$((…))`: the expression between the parentheses, parsed like text in double quotes.
  indirect case arithmetic(ShellWord, quoted: Bool, SourceSpan)

  /// The text of a piece that needs no expansion.
  package var constant: String? {
    switch self {
    case .literal(let text, _), .quoted(let text, _): text
    case .parameter, .commandSubstitution, .arithmetic: nil
    }
  }
}

/// `$name`, `${name}` and the forms with an operator.
package struct ShellParameter: Sendable {
  /// What is done with the value.
  package enum Operator: String, Sendable {
    case none = ""
    case useDefault = "-"
    case assignDefault = "="
    case errorIfUnset = "?"
    case useAlternative = "+"
    case removeShortestSuffix = "%"
    case removeLongestSuffix = "%%"
    case removeShortestPrefix = "#"
    case removeLongestPrefix = "##"
    /// `${#name}`
    case length = "length"
    /// Anything else; sh(1) stops with `Bad substitution` when it comes to expand it. The name
    /// then goes up to the character that makes it a bad one, the word is the rest.
    case invalid = "invalid"
  }

  /// A variable's name, a digit, or one of `@ * # ? - $ !`.
  package var name: String
  /// What is done with the value.
  package var op: Operator
  /// The operator came with a colon: an empty value counts as unset.
  package var colon: Bool
  /// What stands behind the operator.
  package var word: ShellWord?
  /// Stands inside double quotes, so its value is not split.
  package var quoted: Bool
  /// From the dollar sign to the end of the name or the closing brace.
  package var span: SourceSpan

  package init(
    name: String, op: Operator = .none, colon: Bool = false, word: ShellWord? = nil,
    quoted: Bool, span: SourceSpan
  ) {
    self.name = name
    self.op = op
    self.colon = colon
    self.word = word
    self.quoted = quoted
    self.span = span
  }
}
