import Phrases

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

  /// The depth of a terminal, by what it says of itself in TERM and COLORTERM.
  package init(term: String, colorTerm: String) {
    if colorTerm == "truecolor" || colorTerm == "24bit" || term.hasSuffix("-direct") {
      self = .direct
    } else if term.hasSuffix("-256color") {
      self = .indexed
    } else if ["", "dumb", "unknown"].contains(term) || term.hasPrefix("vt") {
      self = .mono
    } else {
      self = .eight
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

  /// How it is said.
  var text: String {
    switch self {
    case .mono: spoken("no colours")
    case .eight, .sixteen, .indexed: spoken("\(rawValue) colours")
    case .direct: spoken("direct colours")
    }
  }
}
