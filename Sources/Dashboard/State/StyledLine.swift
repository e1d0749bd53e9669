package import CellGrid

/// A line of text in pieces, each with what it stands for.
///
/// It is escaped when it is drawn, like all text that enters the grid.
package struct StyledLine: Sendable, Hashable {
  /// A piece of it.
  package struct Piece: Sendable, Hashable {
    /// The text.
    package let text: String
    /// What it stands for.
    package let role: Role
  }

  /// From left to right.
  package private(set) var pieces: [Piece] = []

  package init(_ text: String = "", _ role: Role = .text) {
    append(text, role)
  }

  /// Adds a piece at the right.
  package mutating func append(_ text: String, _ role: Role = .text) {
    if !text.isEmpty { pieces.append(Piece(text: text, role: role)) }
  }

  /// The text without what it stands for.
  package var text: String { pieces.reduce(into: "") { $0 += $1.text } }

  /// The columns it takes.
  package var width: Int {
    pieces.reduce(0) { $0 + displayWidth(escapeForTerminal($1.text)) }
  }
}

extension CellGrid {
  /// Draws a line from a cell to the right; what doesn't fit ends in the glyph for that.
  ///
  /// - Returns: the columns it took.
  @discardableResult
  package mutating func put(
    _ line: StyledLine, row: Int, column: Int, limit: Int, on ground: Role? = nil, _ glyphs: Glyphs
  ) -> Int {
    var used = 0
    for piece in line.pieces where used < limit {
      let style = CellStyle(piece.role, on: ground)
      used += put(piece.text, row: row, column: column + used, limit: limit - used, style)
    }
    if limit > 0, line.width > limit, let last = line.pieces.last {
      put(
        glyphs[.ellipsis], row: row, column: column + limit - 1, limit: 1,
        CellStyle(last.role, on: ground))
    }
    return used
  }
}
