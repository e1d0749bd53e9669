import CellGrid
import Phrases
import SourceText

/// How everything looks: a theme file joined with those that it inherits from.
package struct Theme: Sendable {
  /// The ground that a theme is made for.
  package enum Brightness: String, Sendable, CaseIterable {
    case dark, light
    /// Whatever the terminal has.
    case any
  }

  /// Itself first, then its parents, at last the theme that every other falls back on.
  let levels: [ThemeFile]
  private let palette: [String: Color]
  /// For each level the names of colours that it or a parent gives.
  private let known: [Set<String>]

  init(levels: [ThemeFile]) {
    self.levels = levels
    palette = levels.reversed().reduce(into: [:]) { palette, level in
      palette.merge(level.palette.mapValues(\.color)) { $1 }
    }
    known = levels.indices.map { index in Set(levels[index...].flatMap(\.palette.keys)) }
  }

  /// What it is chosen by.
  package var name: String { levels.first?.name ?? "" }
  /// What it is called.
  package var title: String { levels.first?.title ?? name }
  /// One line about it.
  package var description: String { translated(levels.first?.description ?? "") }
  /// The ground that it is made for.
  package var brightness: Brightness { levels.lazy.compactMap(\.brightness).first ?? .any }
  /// Whose its colours are; nil when they are the project's or the terminal's.
  package var paletteLicence: String? { levels.first?.paletteLicence }

  /// How it looks on a terminal.
  ///
  /// - Parameter glyphs: the characters that the terminal shows, when the theme can't choose.
  package func resolved(for depth: ColorDepth, glyphs: GlyphSet? = nil) -> ResolvedTheme {
    let most = levels.lazy.compactMap(\.depth).first ?? .direct
    let depth = min(depth, most)
    return ResolvedTheme(
      name: name, brightness: brightness, depth: depth, glyphs: self.glyphs(within: glyphs),
      styles: Dictionary(
        Role.allCases.map { ($0, style(of: $0, at: depth)) },
        uniquingKeysWith: { first, _ in first }
      ))
  }

  /// What the nearest level says; of a set that is forced, only its own kind of character is replaced.
  private func glyphs(within forced: GlyphSet?) -> Glyphs {
    let set = forced ?? levels.lazy.compactMap(\.glyphSet).first ?? .line
    var glyphs = set.glyphs
    for level in levels.reversed() {
      for (glyph, text) in level.glyphs where forced != .ascii || text.utf8.count == 1 {
        glyphs[glyph] = text
      }
    }
    return glyphs
  }

  /// The style of a role: what the theme says for so many colours or else for all, by the role's name
  /// or a part of it; then the same of its parents.
  ///
  /// What is written for all counts with few colours only if it needs no more than these: what the
  /// nearest of eight colours would be is chance, and what it looks like, up to the terminal.
  func style(of role: Role, at depth: ColorDepth) -> RoleStyle {
    written(role, at: depth)?.style ?? RoleStyle()
  }

  /// A problem with how a role looks, at the place where that is written: the style, or the colour
  /// that a child gave to a name of its parent's style.
  func problem(_ message: String, about role: Role, at depth: ColorDepth) -> ThemeProblem {
    guard let (_, number, text) = written(role, at: depth) else {
      return ThemeProblem(path: levels.first?.file.path ?? "", line: 1, column: 1, message: message)
    }
    for word in [text.foreground, text.background].compactMap({ $0?.text }) {
      for child in levels[..<number] where known[number].contains(word) {
        if let span = child.palette[word]?.span { return child.problem(message, at: span) }
      }
    }
    return levels[number].problem(message, at: text.span)
  }

  private func written(
    _ role: Role, at depth: ColorDepth
  ) -> (style: RoleStyle, level: Int, text: StyleText)? {
    for (number, level) in levels.enumerated() {
      for name in role.names {
        for section in depth == .mono ? [depth] : [depth, .direct] {
          guard let text = level.styles[section]?[name] else { continue }
          let style = style(text, of: number, for: section, at: depth)
          if style.fits(depth) { return (style, number, text) }
        }
      }
    }
    return nil
  }

  private func style(
    _ text: StyleText, of level: Int, for section: ColorDepth, at depth: ColorDepth
  ) -> RoleStyle {
    func color(_ word: ThemeWord?) -> Color? {
      let color = word.flatMap { self.color($0.text, of: level, at: section) }
      return depth == .indexed ? color?.indexed : color
    }
    return RoleStyle(
      foreground: color(text.foreground), background: color(text.background),
      attributes: text.attributes)
  }

  /// The colour that a word of a level stands for; with up to sixteen colours only the terminal's own
  /// have names.
  ///
  /// A child can give another colour to a name of its parents' palettes, but not to a word that they
  /// took for the terminal's.
  func color(_ word: String, of level: Int, at depth: ColorDepth) -> Color? {
    if depth > .sixteen, known[level].contains(word), let color = palette[word] { return color }
    guard let color = ColorNames.color(word) else { return nil }
    return depth > .sixteen || color.fits(depth) ? color : nil
  }
}
