import CellGrid
import SourceText

/// One theme file, read but not yet joined with what it inherits from.
struct ThemeFile: Sendable {
  /// What it is chosen by.
  let name: String
  let file: SourceFile
  var title: String?
  var description: String?
  var parent: ThemeWord?
  var brightness: Theme.Brightness?
  var paletteLicence: String?
  /// The most colours that it uses.
  var depth: ColorDepth?
  var palette: [String: (color: Color, span: SourceSpan)] = [:]
  /// What is for all depths stands under `direct`; in each, by role or by the first parts of several
  /// roles' names.
  var styles: [ColorDepth: [String: StyleText]] = [:]
  var glyphSet: GlyphSet?
  var glyphs: [Glyph: String] = [:]

  func problem(_ message: String, at span: SourceSpan) -> ThemeProblem {
    let lines = LineIndex(file.bytes)
    return ThemeProblem(
      path: file.path, line: lines.line(at: span.lower), column: lines.column(at: span.lower),
      message: message)
  }
}
