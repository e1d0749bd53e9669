package import CellGrid

/// Lines that are too long for where they go.
extension StyledLine {
  /// The line broken into lines of a width, at blanks where there are some.
  ///
  /// - Parameter indent: blanks in front of every line but the first.
  package func wrapped(to columns: Int, indent: Int = 0) -> [StyledLine] {
    guard width > columns else { return [self] }
    let columns = max(columns, 1)
    let indent = min(indent, columns / 2)
    let marked = pieces.flatMap { piece in
      escapeForTerminal(piece.text).unicodeScalars.map { (scalar: $0, role: piece.role) }
    }
    var lines: [StyledLine] = []
    var start = 0
    while start < marked.count {
      let room = lines.isEmpty ? columns : columns - indent
      var end = start
      var used = 0
      var blank: Int?
      while end < marked.count, used + displayWidth(marked[end].scalar) <= room {
        used += displayWidth(marked[end].scalar)
        if marked[end].scalar == " ", end > start { blank = end }
        end += 1
      }
      // a word that a line has room for is never broken for what would be left empty
      if end < marked.count, marked[end].scalar != " ", let blank {
        let word = marked[(blank + 1)...].prefix(columns + 1).prefix { $0.scalar != " " }
        if blank - start > room / 3 || word.count <= columns - indent { end = blank }
      }
      end = max(end, start + 1)
      var line = StyledLine(lines.isEmpty ? "" : String(repeating: " ", count: indent))
      for (scalar, role) in marked[start..<end] { line.append(String(scalar), role) }
      lines.append(line.joined)
      start = end
      while start < marked.count, marked[start].scalar == " " { start += 1 }
    }
    return lines
  }

  /// The same in so many lines at most, the last one with the glyph for what is left out.
  package func wrapped(to columns: Int, indent: Int, most: Int, _ glyphs: Glyphs) -> [StyledLine] {
    var lines = wrapped(to: columns, indent: indent)
    guard lines.count > most, most > 0 else { return lines }
    var last = lines[most - 1]
    last.append(glyphs[.ellipsis], last.pieces.last?.role ?? .text)
    lines = lines.prefix(most - 1) + [last.cut(to: columns, glyphs)]
    return lines
  }

  /// The same with neighbours of one role in one piece.
  var joined: StyledLine {
    var line = StyledLine()
    var text = ""
    var role = pieces.first?.role ?? .text
    for piece in pieces {
      if piece.role != role {
        line.append(text, role)
        text = ""
        role = piece.role
      }
      text += piece.text
    }
    line.append(text, role)
    return line
  }
}

extension CellGrid {
  /// Draws lines from the top of a region down, those that fit.
  ///
  /// - Returns: how many rows they took.
  @discardableResult
  package mutating func put(
    _ lines: some Collection<StyledLine>, in region: Region, _ glyphs: Glyphs
  ) -> Int {
    var row = 0
    for line in lines where row < region.rows {
      put(line, row: region.row + row, column: region.column, limit: region.columns, glyphs)
      row += 1
    }
    return row
  }
}
