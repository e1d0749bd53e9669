import CellGrid

/// A line taken apart into characters, for cutting and breaking it in linear time.
private struct Characters {
  private struct Character {
    let scalar: Unicode.Scalar
    let emphasis: Emphasis
    let width: Int
  }

  private var all: [Character] = []
  /// The first one no line has taken yet.
  private var next = 0

  init(_ line: TextLine) {
    all.reserveCapacity(line.width)
    for piece in line.pieces {
      for scalar in piece.text.unicodeScalars {
        all.append(
          Character(
            scalar: scalar, emphasis: piece.emphasis, width: displayWidth(scalar)))
      }
    }
  }

  var isAtEnd: Bool { next >= all.count }

  /// Takes the characters of one line, at least one of them.
  mutating func takeLine(columns: Int) -> TextLine {
    let end = min(max(lineEnd(columns: columns), next + 1), all.count)
    var shown = end
    while shown > next + 1, all[shown - 1].scalar == " " { shown -= 1 }
    let line = text(next..<shown)
    next = end
    while next < all.count, all[next].scalar == " " { next += 1 }
    return line
  }

  /// As many characters as fit, wherever that ends.
  func head(columns: Int) -> TextLine {
    var end = 0
    var column = 0
    while end < all.count, column + all[end].width <= columns {
      column += all[end].width
      end += 1
    }
    return text(0..<end)
  }

  /// The best place to break: a blank, else behind `/` or `,`, else where the line is full.
  private func lineEnd(columns: Int) -> Int {
    var column = 0
    var blank: (end: Int, column: Int, hasText: Bool)?
    var hasText = false
    var mark: (end: Int, column: Int)?
    for index in next..<all.count {
      let scalar = all[index].scalar
      if scalar == " ", index > next { blank = (index, column, hasText) }
      if scalar != " " { hasText = true }
      column += all[index].width
      if column > columns {
        // a break that leaves most of the line empty is worse than a word that is broken anyway
        if let blank,
          blank.column > columns / 3
            || blank.hasText && isWordWithin(columns, behind: blank.end)
        {
          return blank.end
        }
        if let mark, mark.column > columns / 3 { return mark.end }
        return index
      }
      if scalar == "/" || scalar == "," { mark = (index + 1, column) }
    }
    return all.count
  }

  /// Whether the word behind a blank fits into a line by itself.
  private func isWordWithin(_ columns: Int, behind blank: Int) -> Bool {
    var width = 0
    var index = blank + 1
    while index < all.count, all[index].scalar != " ", width <= columns {
      width += all[index].width
      index += 1
    }
    return width <= columns
  }

  private func text(_ range: Range<Int>) -> TextLine {
    var line = TextLine()
    var start = range.lowerBound
    while start < range.upperBound {
      let emphasis = all[start].emphasis
      var text = String.UnicodeScalarView()
      while start < range.upperBound, all[start].emphasis == emphasis {
        text.append(all[start].scalar)
        start += 1
      }
      line.append(String(text), emphasis)
    }
    return line
  }
}

extension TextLine {
  /// The line, cut to a width with `…` at its end when it is longer.
  func cut(to columns: Int) -> TextLine {
    guard width > columns else { return self }
    var line = Characters(self).head(columns: columns - 1)
    line.append("…", line.pieces.last?.emphasis ?? .plain)
    return line
  }

  /// The line broken into lines of a width.
  ///
  /// - Parameter indent: blanks in front of every line but the first.
  func wrapped(to columns: Int, indent: Int = 0) -> [TextLine] {
    guard width > columns else { return [self] }
    let indent = min(indent, columns / 2)
    var characters = Characters(self)
    var lines = [characters.takeLine(columns: max(columns, 1))]
    while !characters.isAtEnd {
      var line = TextLine(String(repeating: " ", count: indent))
      line.append(characters.takeLine(columns: max(columns - indent, 1)))
      lines.append(line)
    }
    return lines
  }

  /// The same, with `…` at the end when it takes more than some lines.
  func wrapped(to columns: Int, indent: Int = 0, limit: Int) -> [TextLine] {
    var lines = wrapped(to: columns, indent: indent)
    guard lines.count > limit, limit > 0 else { return lines }
    lines.removeSubrange(limit...)
    lines[limit - 1].append(" …", lines[limit - 1].pieces.last?.emphasis ?? .plain)
    lines[limit - 1] = lines[limit - 1].cut(to: columns)
    return lines
  }
}
