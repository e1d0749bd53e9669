package import CellGrid

/// Lines of files that are too long for where they go, shown around what matters in them.
extension StyledLine {
  /// The part of the line of which all pieces of certain roles are in sight, as far as that is
  /// possible; what is cut off on either side is told by a glyph.
  ///
  /// - Parameter lead: how many characters in front stay, whatever is cut off behind them.
  package func window(
    _ columns: Int, around roles: Set<Role>, keeping lead: Int = 0, _ glyphs: Glyphs
  ) -> StyledLine {
    guard width > columns, columns > 4 else { return self }
    let marked = pieces.flatMap { piece in
      escapeForTerminal(piece.text).unicodeScalars.map { (scalar: $0, role: piece.role) }
    }
    let hit = marked.indices.filter { roles.contains(marked[$0].role) }
    guard let first = hit.first, let last = hit.last, last >= columns - 1 else { return self }
    // the end of what matters is in sight, unless its beginning would go for that
    let start = max(min(last + 2 - columns + 1 + lead, first - 1), 1 + lead)
    var line = StyledLine()
    for (scalar, role) in marked.prefix(lead) { line.append(String(scalar), role) }
    line.append(glyphs[.ellipsis], .textDim)
    for (scalar, role) in marked[start...] { line.append(String(scalar), role) }
    return line.joined
  }

  /// Where the pieces of a role are, as columns from the left; nil when there are none.
  package func columns(of role: Role) -> Range<Int>? {
    var next = 0
    var found: Range<Int>?
    for piece in pieces {
      let end = next + displayWidth(escapeForTerminal(piece.text))
      if piece.role == role { found = (found?.lowerBound ?? next)..<end }
      next = end
    }
    return found
  }
}
