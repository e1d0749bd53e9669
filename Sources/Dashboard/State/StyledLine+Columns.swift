package import CellGrid

/// Lines in columns.
extension StyledLine {
  /// Adds blanks up to a column.
  package mutating func pad(to column: Int) {
    append(String(repeating: " ", count: max(column - width, 0)))
  }

  /// Adds a piece that ends before a column, and blanks up to there.
  package mutating func append(
    _ text: String, _ role: Role = .text, cutTo columns: Int, _ glyphs: Glyphs
  ) {
    let start = width
    for piece in StyledLine(text, role).cut(to: columns, glyphs).pieces {
      append(piece.text, piece.role)
    }
    pad(to: start + columns)
  }

  /// Adds all pieces of another line.
  package mutating func append(_ line: StyledLine) {
    for piece in line.pieces { append(piece.text, piece.role) }
  }

  /// The line as it fits into so many columns, with the glyph for that where something is left out.
  package func cut(to columns: Int, _ glyphs: Glyphs) -> StyledLine {
    guard width > columns else { return self }
    var line = StyledLine()
    var room = columns - 1
    for piece in pieces {
      var text = ""
      var isCut = false
      for scalar in escapeForTerminal(piece.text).unicodeScalars {
        room -= displayWidth(scalar)
        isCut = room < 0
        if isCut { break }
        text.unicodeScalars.append(scalar)
      }
      line.append(text, piece.role)
      if isCut {
        line.append(columns > 0 ? glyphs[.ellipsis] : "", piece.role)
        break
      }
    }
    return line
  }

  /// A line of the dimmed words and what they introduce, in two columns.
  package static func fact(
    _ word: String, _ text: String, _ role: Role = .text, width: Int = 10
  ) -> StyledLine {
    var line = StyledLine(word, .textDim)
    line.pad(to: width)
    line.append(text, role)
    return line
  }

  /// A heading with a line behind it up to a width, and perhaps something at its end.
  package static func heading(
    _ text: String, _ end: StyledLine = StyledLine(), columns: Int, _ glyphs: Glyphs
  ) -> StyledLine {
    var line = StyledLine(text, .tableHeader)
    let tail = end.width > 0 ? end.width + 1 : 0
    let rule = columns - line.width - tail - 1
    line.append(" ")
    line.append(
      String(repeating: glyphs[.horizontal], count: max(rule, 1)), .paneBorder)
    if tail > 0 {
      line.append(" ")
      line.append(end)
    }
    return line.cut(to: columns, glyphs)
  }
}
