/// A theme as it is listed to choose from.
package struct ThemeChoice: Sendable, Hashable {
  /// What it is chosen by.
  package let name: String
  /// What it is called.
  package let title: String
  /// One line about it.
  package let description: String
  /// The ground that it is made for.
  package let brightness: Theme.Brightness
}

extension ThemeLibrary {
  /// All themes that can be used, the program's first; those with faults are left out.
  package var choices: [ThemeChoice] {
    names.compactMap { name in
      guard let theme = try? theme(named: name) else { return nil }
      return ThemeChoice(
        name: name, title: theme.title, description: theme.description,
        brightness: theme.brightness)
    }
  }
}
