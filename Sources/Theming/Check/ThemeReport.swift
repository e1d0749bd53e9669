/// What the check of a theme found and measured.
package struct ThemeReport: Sendable {
  /// What the theme is chosen by.
  package let name: String
  /// What it doesn't keep up, with the place in its file, or in that of a parent.
  package internal(set) var problems: [ThemeProblem] = []
  /// The lowest contrast of fixed colours; nil when the terminal chooses them all.
  package internal(set) var contrast: ThemeMeasure?
  /// The smallest difference that opposites with the same attributes have; nil when all differ by
  /// attributes.
  package internal(set) var difference: ThemeMeasure?

  /// Nothing was found.
  package var passes: Bool { problems.isEmpty }
}

/// A number, and what it was measured at.
package struct ThemeMeasure: Sendable, Hashable {
  /// The number.
  package let value: Double
  /// Where it was measured, such as `text.dim, 256 colours`.
  package let subject: String
}
