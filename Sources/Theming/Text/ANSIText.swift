package import CellGrid

/// Screens for terminals that only take text.
extension CellGrid {
  /// The screen as text with ECMA-48 sequences for its colours, a line for each row without the blanks
  /// at its end that show nothing.
  ///
  /// - Parameter theme: nil for the text alone.
  package func ansi(_ theme: ResolvedTheme?) -> String {
    guard let theme else { return text }
    let blank = theme.appearance(of: CellStyle())
    var lines = ""
    for row in 0..<rows {
      var current = Appearance()
      var line = cells[row * columns..<(row + 1) * columns]
      while let last = line.last, last.text == " ", theme.appearance(of: last.style) == blank {
        line.removeLast()
      }
      for cell in line {
        let next = theme.appearance(of: cell.style)
        if next != current { lines += "\u{1b}[\(next.parameters)m" }
        current = next
        lines += cell.text
      }
      if current != Appearance() { lines += "\u{1b}[0m" }
      lines += "\n"
    }
    return lines
  }
}

extension Appearance {
  /// The parameters of SGR that give this appearance, whatever was set before.
  fileprivate var parameters: String {
    let attributes: [(Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    let codes = [0] + attributes.filter { self.attributes.contains($0.0) }.map(\.1)
    return (codes + foreground.codes(30) + background.codes(40)).map(String.init)
      .joined(separator: ";")
  }
}

extension Color {
  /// The codes that choose it as text, with 30, or as ground, with 40.
  fileprivate func codes(_ first: Int) -> [Int] {
    switch self {
    case .standard: []
    case .indexed(let index) where index < 8: [first + Int(index)]
    case .indexed(let index) where index < 16: [first + 52 + Int(index)]
    case .indexed(let index): [first + 8, 5, Int(index)]
    case .rgb(let red, let green, let blue): [first + 8, 2, Int(red), Int(green), Int(blue)]
    }
  }
}
