/// The screen as text, for tests, documents and reports of faults.
extension CellGrid {
  /// The characters, a line for each row without the blanks at its end.
  package var text: String {
    var text = ""
    for row in 0..<rows {
      var line = cells[row * columns..<(row + 1) * columns]
      while line.last?.text == " " { line.removeLast() }
      for cell in line { text += cell.text }
      text += "\n"
    }
    return text
  }

  /// What the cells stand for, below the text: for each row the runs of one style, as
  /// `column-column role` and `on role` when something lies under it; plain text is left out.
  package var styles: String {
    var lines = ""
    for row in 0..<rows {
      var runs: [String] = []
      var start = 0
      while start < columns {
        let style = self[row, start].style
        var end = start + 1
        while end < columns, self[row, end].style == style { end += 1 }
        if style != CellStyle() {
          let ground = style.ground.map { " on \($0.rawValue)" } ?? ""
          runs.append("\(start)-\(end - 1) \(style.role.rawValue)\(ground)")
        }
        start = end
      }
      if !runs.isEmpty { lines += "\(row): \(runs.joined(separator: ", "))\n" }
    }
    return lines
  }
}
