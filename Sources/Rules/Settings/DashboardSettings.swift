package import SourceText

/// How people want the dashboard to be: `[dashboard]` of their own settings.
package struct DashboardSettings: Sendable, Hashable {
  /// The keys that somebody wants for a command.
  package struct Keys: Sendable, Hashable {
    /// The command's name, which need not be one.
    package let command: String
    /// The names of the keys.
    package let keys: [String]
    /// Where it stands.
    package let place: Place
  }

  /// The name of the theme.
  package internal(set) var theme: String?
  /// Whether it listens to the mouse.
  package internal(set) var mouse: Bool?
  /// Whether it asks the running host again and again.
  package internal(set) var live: Bool?
  /// Other keys for commands, in the order of the file.
  package internal(set) var keys: [Keys] = []

  package init() {}

  /// Takes what another file says over what was said before.
  mutating func add(_ other: DashboardSettings) {
    theme = other.theme ?? theme
    mouse = other.mouse ?? mouse
    live = other.live ?? live
    keys += other.keys
  }
}
