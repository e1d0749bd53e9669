package import CellGrid

/// How everything looks on one terminal.
package struct ResolvedTheme: Sendable {
  /// The name of the theme.
  package let name: String
  /// The ground that it is made for.
  package let brightness: Theme.Brightness
  /// The colours that are used.
  package let depth: ColorDepth
  /// What borders and marks are drawn with.
  package let glyphs: Glyphs
  private let styles: [Role: RoleStyle]
  private let text: RoleStyle

  init(
    name: String, brightness: Theme.Brightness, depth: ColorDepth, glyphs: Glyphs,
    styles: [Role: RoleStyle]
  ) {
    self.name = name
    self.brightness = brightness
    self.depth = depth
    self.glyphs = glyphs
    self.styles = styles
    text = styles[.text] ?? RoleStyle()
  }

  /// How a cell looks.
  package func appearance(of style: CellStyle) -> Appearance {
    let role = styles[style.role] ?? RoleStyle()
    guard let ground = style.ground else { return Appearance(role, above: text) }
    return Appearance(role, on: styles[ground] ?? RoleStyle(), above: text)
  }
}

extension Appearance {
  /// A role on the screen's own ground.
  fileprivate init(_ style: RoleStyle, above text: RoleStyle) {
    self.init(
      style.foreground ?? text.foreground ?? .standard,
      on: style.background ?? text.background ?? .standard, style.attributes)
  }

  /// A role on a ground that is laid under it: the ground's colour and attributes count, and the
  /// role's colour as long as it can be read there.
  ///
  /// Both being reversed, neither is: so it stands out on the selection, too.
  fileprivate init(_ style: RoleStyle, on ground: RoleStyle, above text: RoleStyle) {
    let background = ground.background ?? style.background ?? text.background ?? .standard
    let own = style.foreground ?? text.foreground ?? .standard
    let lower = ground.foreground ?? text.foreground ?? .standard
    // what is weaker on the ground need not be what lies on it
    var attributes = style.attributes.union(ground.attributes.subtracting(.dim))
    if style.attributes.contains(.reverse), ground.attributes.contains(.reverse) {
      attributes.remove(.reverse)
    }
    let isStyled =
      ground.foreground.map { $0 != .standard || ground.attributes.contains(.reverse) } ?? false
    self.init(
      Self.readable(own, lower, isStyled: isStyled, on: background),
      on: background, attributes)
  }

  /// Of a role's and its ground's text colour the one to use.
  ///
  /// Nothing is known of colours that only the terminal knows: there a ground that names one, or
  /// changes places with it, has its reason.
  private static func readable(
    _ own: Color, _ lower: Color, isStyled: Bool, on ground: Color
  ) -> Color {
    guard let contrast = own.contrast(with: ground) else { return isStyled ? lower : own }
    if contrast >= 4.5 { return own }
    return (lower.contrast(with: ground) ?? 0) > contrast ? lower : own
  }
}
