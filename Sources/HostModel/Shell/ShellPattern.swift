/// One element of a file name pattern of sh(1).
enum PatternPiece: Equatable {
  case exactly(Unicode.Scalar)
  /// `?`
  case any
  /// `*`
  case run
  /// `[…]`: ranges, and whether they are excluded.
  case set([ClosedRange<Unicode.Scalar>], negated: Bool)
}

/// Reads unquoted pattern text; a `[` that is never closed stands for itself.
func patternPieces(_ text: String) -> [PatternPiece] {
  let scalars = Array(text.unicodeScalars)
  var pieces: [PatternPiece] = []
  var index = 0
  while index < scalars.count {
    switch scalars[index] {
    case "*": pieces.append(.run)
    case "?": pieces.append(.any)
    case "[":
      if let (set, end) = bracket(scalars, index) {
        pieces.append(set)
        index = end
      } else {
        pieces.append(.exactly("["))
      }
    case let scalar: pieces.append(.exactly(scalar))
    }
    index += 1
  }
  return pieces
}

private func bracket(_ scalars: [Unicode.Scalar], _ start: Int) -> (PatternPiece, Int)? {
  var index = start + 1
  guard index < scalars.count else { return nil }
  let negated = scalars[index] == "!" || scalars[index] == "^"
  if negated { index += 1 }
  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var first = true
  while index < scalars.count, first || scalars[index] != "]" {
    let low = scalars[index]
    if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
      let high = scalars[index + 2]
      if low <= high { ranges.append(low...high) }
      index += 3
    } else {
      ranges.append(low...low)
      index += 1
    }
    first = false
  }
  return index < scalars.count ? (.set(ranges, negated: negated), index) : nil
}

/// Whether a text matches a whole pattern.
func matchesPattern(_ text: String, _ pattern: [PatternPiece]) -> Bool {
  matchesPattern(Array(text.unicodeScalars)[...], pattern[...])
}

/// Matches with one point to go back to, so the work is bounded by the product of the lengths.
func matchesPattern(
  _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<PatternPiece>
) -> Bool {
  var position = text.startIndex
  var index = pattern.startIndex
  var retry: (position: Int, index: Int)?
  while true {
    if index < pattern.endIndex, pattern[index] == .run {
      retry = (position, index + 1)
      index += 1
      continue
    }
    if position == text.endIndex && index == pattern.endIndex { return true }
    if position < text.endIndex, index < pattern.endIndex, matches(text[position], pattern[index]) {
      position += 1
      index += 1
      continue
    }
    guard let back = retry, back.position < text.endIndex else { return false }
    retry = (back.position + 1, back.index)
    position = back.position + 1
    index = back.index
  }
}

private func matches(_ scalar: Unicode.Scalar, _ piece: PatternPiece) -> Bool {
  switch piece {
  case .exactly(let wanted): scalar == wanted
  case .any: true
  case .run: false
  case .set(let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
  }
}
