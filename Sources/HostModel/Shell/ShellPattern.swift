/// A character of a pattern as it is written.
struct PatternCharacter {
  let scalar: Unicode.Scalar
  /// Stands for itself alone.
  let isQuoted: Bool

  /// Whether it is an unquoted one.
  func `is`(_ scalar: Unicode.Scalar) -> Bool { !isQuoted && self.scalar == scalar }
}

/// One element of a file name pattern of sh(1).
enum PatternPiece: Equatable {
  case exactly(Unicode.Scalar)
  /// `?`
  case any
  /// `*`
  case run
  /// `[…]`: ranges, and whether they are excluded.
  case set([ClosedRange<Unicode.Scalar>], negated: Bool)

  /// Matches one text only.
  var isExact: Bool {
    if case .exactly = self { return true }
    return false
  }
}

/// Reads unquoted pattern text.
func patternPieces(_ text: String) -> [PatternPiece] {
  patternPieces(text.unicodeScalars.map { PatternCharacter(scalar: $0, isQuoted: false) })
}

/// Reads a pattern; a `[` that is never closed stands for itself.
func patternPieces(_ characters: [PatternCharacter]) -> [PatternPiece] {
  var pieces: [PatternPiece] = []
  var index = 0
  var canClose = true
  while index < characters.count {
    let character = characters[index]
    index += 1
    switch character.scalar {
    case _ where character.isQuoted: pieces.append(.exactly(character.scalar))
    case "*":
      if pieces.last != .run { pieces.append(.run) }
    case "?": pieces.append(.any)
    case "[" where canClose:
      var reader = BracketReader(rest: characters[index...])
      if let set = reader.set() {
        pieces.append(set)
        index = reader.rest.startIndex
      } else {
        canClose = false
        pieces.append(.exactly("["))
      }
    case let scalar: pieces.append(.exactly(scalar))
    }
  }
  return pieces
}

/// Reads what stands behind a `[`.
private struct BracketReader {
  var rest: ArraySlice<PatternCharacter>

  mutating func set() -> PatternPiece? {
    var negated = false
    if let first = rest.first, first.is("!") || first.is("^") {
      negated = true
      rest.removeFirst()
    }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isFirst = true
    while let low = rest.popFirst() {
      if low.is("]"), !isFirst { return .set(ranges, negated: negated) }
      isFirst = false
      if low.is("["), let members = takeClass() {
        ranges += members
      } else if rest.count > 1, let dash = rest.first, dash.is("-"),
        let high = rest.dropFirst().first, !high.is("]")
      {
        rest.removeFirst(2)
        if low.scalar <= high.scalar { ranges.append(low.scalar...high.scalar) }
      } else {
        ranges.append(low.scalar...low.scalar)
      }
    }
    return nil
  }

  /// Takes `:name:]`; an unknown class has no members.
  private mutating func takeClass() -> [ClosedRange<Unicode.Scalar>]? {
    guard let colon = rest.first, colon.is(":") else { return nil }
    let name = rest.dropFirst().prefix(20).prefix { $0.scalar != ":" }
    let end = rest.dropFirst(name.count + 1)
    guard !name.isEmpty, end.count > 1, end.dropFirst().first?.scalar == "]" else { return nil }
    rest = end.dropFirst(2)
    return Self.members(of: String(String.UnicodeScalarView(name.map(\.scalar))))
  }

  /// The members of a class in the locale `C`, which the boot runs in.
  private static func members(of name: String) -> [ClosedRange<Unicode.Scalar>] {
    switch name {
    case "alnum": ["0"..."9", "A"..."Z", "a"..."z"]
    case "alpha": ["A"..."Z", "a"..."z"]
    case "blank": ["\t"..."\t", " "..." "]
    case "cntrl": ["\0"..."\u{1f}", "\u{7f}"..."\u{7f}"]
    case "digit": ["0"..."9"]
    case "graph": ["!"..."~"]
    case "lower": ["a"..."z"]
    case "print": [" "..."~"]
    case "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"]
    case "space": ["\t"..."\r", " "..." "]
    case "upper": ["A"..."Z"]
    case "xdigit": ["0"..."9", "A"..."F", "a"..."f"]
    default: []
    }
  }
}

/// Whether a text matches a whole pattern.
func matchesPattern(_ text: String, _ pattern: [PatternPiece]) -> Bool {
  let scalars = Array(text.unicodeScalars)
  return matchedCount(scalars, pattern, isLongest: true) == scalars.count
}

/// How many characters a pattern matches at the front of a text, the fewest or the most; nil when
/// it doesn't match there.
///
/// It goes once through the text with all positions in the pattern that may have been reached.
func matchedCount(
  _ text: [Unicode.Scalar], _ pattern: [PatternPiece], isLongest: Bool
) -> Int? {
  var reached: [Int] = []
  func reach(_ position: Int, _ list: inout [Int]) {
    guard list.last ?? -1 < position else { return }
    list.append(position)
    if position < pattern.count, pattern[position] == .run { list.append(position + 1) }
  }
  reach(0, &reached)
  var count: Int?
  for index in 0...text.count {
    if reached.last == pattern.count {
      count = index
      if !isLongest { return count }
    }
    guard index < text.count, !reached.isEmpty else { break }
    var next: [Int] = []
    for position in reached where position < pattern.count {
      if pattern[position] == .run {
        reach(position, &next)
      } else if matches(text[index], pattern[position]) {
        reach(position + 1, &next)
      }
    }
    reached = next
  }
  return count
}

private func matches(_ scalar: Unicode.Scalar, _ piece: PatternPiece) -> Bool {
  switch piece {
  case .exactly(let wanted): scalar == wanted
  case .any: true
  case .run: false
  case .set(let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
  }
}
