/// A colour as a theme names it.
package enum Color: Sendable, Hashable {
  /// What the terminal shows text or ground in when nobody says otherwise.
  case standard
  /// An entry of the terminal's palette: 0 to 15 are the names everybody has, 16 to 255 xterm's cube
  /// and greys.
  case indexed(UInt8)
  /// Red, green and blue, 0 to 255 each.
  case rgb(UInt8, UInt8, UInt8)
}

/// What a cell looks like.
package struct Appearance: Sendable, Hashable {
  /// Ways to set text off that need no colour.
  package struct Attributes: OptionSet, Sendable, Hashable {
    /// One bit for each.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier, or brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Weaker; many terminals ignore it.
    package static let dim = Attributes(rawValue: 2)
    /// Text and ground change places.
    package static let reverse = Attributes(rawValue: 4)
    /// With a line below.
    package static let underline = Attributes(rawValue: 8)
    /// Slanted; many terminals ignore it.
    package static let italic = Attributes(rawValue: 16)
  }

  /// The text's colour.
  package var foreground: Color
  /// The ground's colour.
  package var background: Color
  /// How else it is set off.
  package var attributes: Attributes

  package init(
    _ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
