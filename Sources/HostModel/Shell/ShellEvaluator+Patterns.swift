import ConfigSyntax

/// Patterns of `case` and of `${name%pattern}`.
extension ShellEvaluator {
  /// The pattern a word is: quoted text in it matches itself alone.
  mutating func pattern(_ word: ShellWord) -> (pieces: [PatternPiece], unknown: String?) {
    depth += 1
    defer { depth -= 1 }
    var characters: [PatternCharacter] = []
    var unknown = word.startsAtHome ? unknownHome : nil
    for part in word.parts {
      let value = expand(part)
      unknown = unknown ?? value.unknown
      characters += value.text.unicodeScalars.map {
        PatternCharacter(scalar: $0, isQuoted: part.isQuoted)
      }
    }
    budget -= characters.count >> 6
    return (patternPieces(characters), unknown)
  }

  /// Whether a text matches a whole pattern.
  mutating func matches(_ text: String, _ pattern: [PatternPiece]) -> Bool {
    spendOnPattern(text, pattern) && matchesPattern(text, pattern)
  }

  /// Cuts off what a pattern matches.
  mutating func trim(_ text: String, _ parameter: ShellParameter) -> ExpandedText {
    guard let word = parameter.word else { return ExpandedText(text: text) }
    let (pattern, unknown) = pattern(word)
    if let unknown { return ExpandedText(text: "", unknown: unknown) }
    guard spendOnPattern(text, pattern) else {
      return ExpandedText(text: "", unknown: tooLongShellText)
    }
    let scalars = Array(text.unicodeScalars)
    let kept: ArraySlice<Unicode.Scalar>
    switch parameter.op {
    case .removeShortestPrefix, .removeLongestPrefix:
      let isLongest = parameter.op == .removeLongestPrefix
      kept = scalars.dropFirst(matchedCount(scalars, pattern, isLongest: isLongest) ?? 0)
    default:
      let isLongest = parameter.op == .removeLongestSuffix
      let count = matchedCount(scalars.reversed(), pattern.reversed(), isLongest: isLongest)
      kept = scalars.dropLast(count ?? 0)
    }
    return ExpandedText(text: String(String.UnicodeScalarView(kept)))
  }

  /// - Returns: false when the work would be too much.
  private mutating func spendOnPattern(_ text: String, _ pattern: [PatternPiece]) -> Bool {
    let steps = text.utf8.count * (pattern.count + 1)
    guard steps >> 7 < budget else { return false }
    budget -= steps >> 7
    return true
  }
}
