package import CellGrid

/// A set of characters to draw with, by its name in theme files.
package enum GlyphSet: String, Sendable, CaseIterable {
  case ascii, line, rounded

  /// Its characters.
  package var glyphs: Glyphs {
    switch self {
    case .ascii: .ascii
    case .line: .line
    case .rounded: .rounded
    }
  }
}
