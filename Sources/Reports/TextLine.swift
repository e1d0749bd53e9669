import CellGrid

/// A line of a report: pieces of text, each with what it stands for.
///
/// Invariant: every text that enters a line is escaped for the terminal, so nothing a host holds
/// reaches one as it is.
struct TextLine: Sendable {
  struct Piece: Sendable {
    let text: String
    let emphasis: Emphasis
  }

  private(set) var pieces: [Piece] = []
  /// The columns it takes.
  private(set) var width = 0

  init(_ text: String = "", _ emphasis: Emphasis = .plain) {
    append(text, emphasis)
  }

  var isEmpty: Bool { width == 0 }

  /// The blanks it begins with.
  var indentation: Int { pieces.first?.text.utf8.prefix { $0 == 0x20 }.count ?? 0 }

  mutating func append(_ text: String, _ emphasis: Emphasis = .plain) {
    guard !text.isEmpty else { return }
    let escaped = escapeForTerminal(text)
    pieces.append(Piece(text: escaped, emphasis: emphasis))
    width += displayWidth(escaped)
  }

  mutating func append(_ other: TextLine) {
    pieces += other.pieces
    width += other.width
  }

  /// Adds blanks up to a column, at least the ones between two cells.
  mutating func pad(to column: Int) {
    if width < column { append(String(repeating: " ", count: column - width)) }
  }

  func rendered(_ style: TextStyle) -> String {
    var text = ""
    for piece in pieces { text += style.paint(piece.text, piece.emphasis) }
    return text
  }
}

extension [TextLine] {
  /// The lines as one text, a newline behind each.
  func rendered(_ style: TextStyle) -> String {
    var text = ""
    for line in self {
      text += line.rendered(style)
      text += "\n"
    }
    return text
  }
}
