/// How people want the dashboard to be: `[dashboard]` of their own settings.
package struct DashboardSettings: Sendable, Hashable {
  /// The name of the theme.
  package internal(set) var theme: String?
  /// Whether it listens to the mouse.
  package internal(set) var mouse: Bool?

  package init() {}

  /// Takes what another file says over what was said before.
  mutating func add(_ other: DashboardSettings) {
    theme = other.theme ?? theme
    mouse = other.mouse ?? mouse
  }
}
