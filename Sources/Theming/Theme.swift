package import CellGrid

/// How each role looks on a terminal of a certain depth.
package struct Theme: Sendable {
  /// How the theme's name is shown.
  package let name: String
  /// What borders and marks are drawn with.
  package let glyphs: Glyphs

  /// Everything in the terminal's own colours and nothing set off but the selection.
  package static let plain = Theme(name: "plain", glyphs: .line)

  /// How a cell looks.
  package func appearance(of style: CellStyle) -> Appearance {
    Appearance(.standard, on: .standard, style.ground == nil ? [] : .reverse)
  }
}
