import CellGrid
import Phrases
import SourceText

/// A word of a theme file and where it stands.
struct ThemeWord: Sendable {
  let text: String
  let span: SourceSpan
}

/// A style as it is written, its colours not looked up yet: `red on #202020 bold`.
struct StyleText: Sendable {
  private(set) var foreground: ThemeWord?
  private(set) var background: ThemeWord?
  private(set) var attributes: Appearance.Attributes = []
  let span: SourceSpan

  /// Why a text is no style, and the word that makes it none.
  struct Fault: Error {
    let message: String
    let span: SourceSpan
  }

  /// Reads a style: a colour, `on` and another, and attributes, each of which may be left out.
  ///
  /// - Parameter start: the offset of the text's first byte in its file.
  init(_ text: String, at start: Int) throws(Fault) {
    span = SourceSpan(start, start + text.utf8.count)
    var words = Self.words(text, at: start)[...]
    while let word = words.popFirst() {
      if let attribute = Self.attributes[word.text] {
        attributes.insert(attribute)
      } else if word.text == "on" {
        guard let color = words.popFirst() else {
          throw Fault(message: spoken("expected a colour behind on"), span: word.span)
        }
        if background != nil { throw Fault(message: spoken("a second ground"), span: color.span) }
        background = color
      } else {
        if foreground != nil {
          throw Fault(message: spoken("a second colour: write COLOUR on GROUND"), span: word.span)
        }
        foreground = word
      }
    }
  }

  static let attributes: [String: Appearance.Attributes] = [
    "bold": .bold, "dim": .dim, "reverse": .reverse, "underline": .underline, "italic": .italic,
  ]

  private static func words(_ text: String, at start: Int) -> [ThemeWord] {
    let bytes = Array(text.utf8)
    return bytes.indices.split { bytes[$0] == 32 || bytes[$0] == 9 }.map { word in
      ThemeWord(
        text: String(decoding: bytes[word.startIndex..<word.endIndex], as: UTF8.self),
        span: SourceSpan(start + word.startIndex, start + word.endIndex))
    }
  }
}
