import CellGrid

/// What reaches the eye of a cell.
struct SeenCell {
  let text: Light
  let ground: Light
  /// Without those that many terminals ignore.
  let attributes: Appearance.Attributes
  /// The terminal chooses one of its colours, so that it may look otherwise.
  let isApproximate: Bool

  /// - Parameter onDark: whether what the terminal chooses is light text on a dark ground.
  init(_ appearance: Appearance, onDark: Bool) {
    let dark = Light(0, 0, 0)
    let text = appearance.foreground.light ?? (onDark ? Light(229, 229, 229) : dark)
    let ground = appearance.background.light ?? (onDark ? dark : Light(255, 255, 255))
    let isReversed = appearance.attributes.contains(.reverse)
    self.text = isReversed ? ground : text
    self.ground = isReversed ? text : ground
    attributes = appearance.attributes.intersection([.bold, .reverse, .underline])
    isApproximate = [appearance.foreground, appearance.background].contains { $0.fits(.sixteen) }
  }

  var contrast: Double { text.contrast(with: ground) }

  /// How different two cells look to somebody: the most that text or ground differ by.
  func difference(from other: SeenCell, _ vision: ColorVision) -> Double {
    max(
      Self.difference(text, other.text, vision), Self.difference(ground, other.ground, vision))
  }

  /// How different the grounds of two cells look.
  func groundDifference(from other: SeenCell) -> Double {
    Self.difference(ground, other.ground, .usual)
  }

  private static func difference(_ one: Light, _ two: Light, _ vision: ColorVision) -> Double {
    Lab(vision.seen(one)).difference(from: Lab(vision.seen(two)))
  }
}
