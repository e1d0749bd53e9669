/// How many colours a terminal shows.
///
/// The raw value is what theme files call it.
package enum ColorDepth: String, Sendable, CaseIterable, Comparable {
  /// None: only attributes.
  case mono
  /// The first eight of the terminal's palette.
  case eight = "8"
  /// Those and their bright ones.
  case sixteen = "16"
  /// The terminal's palette, xterm's cube and greys.
  case indexed = "256"
  /// Any red, green and blue.
  case direct

  /// The depth that a terminal with so many colours has.
  package init(colors: Int) {
    switch colors {
    case ..<8: self = .mono
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case 256...0xffff: self = .indexed
    default: self = .direct
    }
  }

  /// Fewer colours come first.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.colors < right.colors
  }

  /// How many colours of the palette there are.
  var colors: Int {
    switch self {
    case .mono: 0
    case .eight: 8
    case .sixteen: 16
    case .indexed: 256
    case .direct: 1 << 24
    }
  }
}
