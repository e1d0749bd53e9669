/// Edits of one file that are made at once.
///
/// Invariant: sorted by place, none touches a byte that another replaces, and no two insert at the
/// same place; so their order is of no account and the result is always the same.
package struct EditSet: Sendable, Hashable {
  /// The edits in the order of their places.
  package let edits: [TextEdit]

  /// Takes edits in any order; those that say the same count once.
  package init(_ edits: [TextEdit]) throws(EditConflict) {
    var sorted: [TextEdit] = []
    for edit in edits.sorted(by: Self.precedes) {
      guard edit.span.lower >= 0, edit.span.lower <= edit.span.upper else {
        throw .outside(edit.span)
      }
      if let last = sorted.last {
        if last == edit { continue }
        let meets = edit.span.lower < last.span.upper || edit.span == last.span
        guard !meets else { throw .overlap(last.span, edit.span) }
      }
      sorted.append(edit)
    }
    self.edits = sorted
  }

  private init(sorted edits: [TextEdit]) {
    self.edits = edits
  }

  /// No edits at all.
  package static let none = EditSet(sorted: [])

  /// The bytes with all edits made.
  package func applied(to bytes: [UInt8]) throws(EditConflict) -> [UInt8] {
    try check(against: bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
    var position = 0
    for edit in edits {
      result += bytes[position..<edit.span.lower]
      result += edit.replacement
      position = edit.span.upper
    }
    result += bytes[position...]
    return result
  }

  /// The edits that lead back from the result to these bytes.
  package func inverted(on bytes: [UInt8]) throws(EditConflict) -> EditSet {
    try check(against: bytes)
    var shift = 0
    var inverse: [TextEdit] = []
    for edit in edits {
      let lower = edit.span.lower + shift
      let span = SourceSpan(lower, lower + edit.replacement.count)
      inverse.append(TextEdit(span, Array(bytes[edit.span.range])))
      shift += edit.replacement.count - edit.span.count
    }
    // deletions of adjacent spans all go back to one place
    return EditSet(sorted: inverse).merged()
  }

  /// Edits of which one begins where another ends, as one.
  private func merged() -> EditSet {
    var result: [TextEdit] = []
    for edit in edits {
      if let last = result.last, last.span.upper == edit.span.lower {
        result[result.count - 1] = TextEdit(
          SourceSpan(last.span.lower, edit.span.upper), last.replacement + edit.replacement)
      } else {
        result.append(edit)
      }
    }
    return EditSet(sorted: result)
  }

  private func check(against bytes: [UInt8]) throws(EditConflict) {
    if let last = edits.last, last.span.upper > bytes.count { throw .outside(last.span) }
  }

  private static func precedes(_ a: TextEdit, _ b: TextEdit) -> Bool {
    if a.span.lower != b.span.lower { return a.span.lower < b.span.lower }
    if a.span.upper != b.span.upper { return a.span.upper < b.span.upper }
    return a.replacement.lexicographicallyPrecedes(b.replacement)
  }
}

/// Why edits can't be made together, or not in these bytes.
package enum EditConflict: Error, Sendable, Equatable {
  /// Both change the same bytes, or insert at the same place.
  case overlap(SourceSpan, SourceSpan)
  /// The file has no such bytes.
  case outside(SourceSpan)

  /// One clause for a person.
  package var message: String {
    switch self {
    case .overlap(let one, let other):
      "edits of bytes \(one.lower)..<\(one.upper) and \(other.lower)..<\(other.upper) meet"
    case .outside(let span): "bytes \(span.lower)..<\(span.upper) are not in the file"
    }
  }
}
