import CellGrid

/// Red, green and blue as light, each from 0 to 1: what a display emits, not how it is written.
struct Light: Sendable, Hashable {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The light of an sRGB colour.
  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.init(
      red: Self.linear[Int(red)], green: Self.linear[Int(green)], blue: Self.linear[Int(blue)])
  }

  /// How bright it is: relative luminance of WCAG 2.1.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The ratio by which the brighter of two outshines the other: contrast ratio of WCAG 2.1, from 1 to 21.
  func contrast(with other: Light) -> Double {
    let lights = [luminance, other.luminance]
    return ((lights.max() ?? 0) + 0.05) / ((lights.min() ?? 0) + 0.05)
  }

  /// The inverse of sRGB's transfer function (IEC 61966-2-1), by value.
  private static let linear = (0...255).map { value in
    let share = Double(value) / 255
    guard share > 0.04045 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // to the power of 2.4
    return base * base * root(5, of: base * base)
  }
}

/// A colour as it is seen: CIE L*a*b* under D65.
struct Lab: Sendable {
  let lightness: Double
  let a: Double
  let b: Double

  init(_ light: Light) {
    func scaled(_ value: Double) -> Double {
      value > 216.0 / 24389 ? root(3, of: value) : (24389.0 / 27 * value + 16) / 116
    }
    let (red, green, blue) = (light.red, light.green, light.blue)
    let x = scaled((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = scaled(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = scaled((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    lightness = 116 * y - 16
    a = 500 * (x - y)
    b = 200 * (y - z)
  }

  /// How different two look: CIE76's dE, of which 2.3 is just noticeable.
  func difference(from other: Lab) -> Double {
    let (l, a, b) = (lightness - other.lightness, self.a - other.a, self.b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }
}

/// The root of a number from 0 to 1, by Newton's method.
private func root(_ degree: Int, of value: Double) -> Double {
  guard value > 0 else { return 0 }
  var guess = 1.0
  for _ in 0..<100 {
    let power = (1..<degree).reduce(1.0) { product, _ in product * guess }
    let next = guess - (guess - value / power) / Double(degree)
    if next >= guess { break }
    guess = next
  }
  return guess
}

extension Color {
  /// The light that it gives; nil for the terminal's own colour, which only the terminal knows.
  ///
  /// The first sixteen are xterm's, which others may show differently.
  var light: Light? {
    switch self {
    case .standard: nil
    case .indexed(let index): XtermPalette.lights[Int(index)]
    case .rgb(let red, let green, let blue): Light(red, green, blue)
    }
  }

  /// The contrast ratio with another; nil when one of them is not known.
  func contrast(with other: Color) -> Double? {
    // asked before the light, for which the whole palette has to be worked out
    guard self != .standard, other != .standard, let light, let others = other.light else {
      return nil
    }
    return light.contrast(with: others)
  }

  /// The most similar of xterm's 256, without the first sixteen, which people choose themselves.
  var indexed: Color {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    let wanted = Lab(Light(red, green, blue))
    let distances = XtermPalette.labs.dropFirst(16).map { $0.difference(from: wanted) }
    guard let least = distances.min(), let index = distances.firstIndex(of: least) else {
      return self
    }
    return .indexed(UInt8(16 + index))
  }
}
