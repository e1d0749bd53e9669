/// A theme file that is part of the program.
package struct BuiltInTheme: Sendable {
  /// The name it is chosen by: the file's, without its ending.
  package let name: String
  /// The file, TOML.
  package let bytes: [UInt8]

  /// All of them, the default first.
  package static let all: [BuiltInTheme] = [
    BuiltInTheme(name: "terminal", bytes: PackageResources.terminal_toml),
    BuiltInTheme(name: "mono", bytes: PackageResources.mono_toml),
    BuiltInTheme(name: "ascii", bytes: PackageResources.ascii_toml),
    BuiltInTheme(name: "console", bytes: PackageResources.console_toml),
    BuiltInTheme(name: "dark", bytes: PackageResources.dark_toml),
    BuiltInTheme(name: "light", bytes: PackageResources.light_toml),
    BuiltInTheme(name: "high-contrast", bytes: PackageResources.high_contrast_toml),
    BuiltInTheme(name: "high-contrast-light", bytes: PackageResources.high_contrast_light_toml),
    BuiltInTheme(name: "okabe-ito", bytes: PackageResources.okabe_ito_toml),
    BuiltInTheme(name: "okabe-ito-light", bytes: PackageResources.okabe_ito_light_toml),
    BuiltInTheme(name: "solarized-dark", bytes: PackageResources.solarized_dark_toml),
    BuiltInTheme(name: "solarized-light", bytes: PackageResources.solarized_light_toml),
    BuiltInTheme(name: "nord", bytes: PackageResources.nord_toml),
    BuiltInTheme(name: "gruvbox-dark", bytes: PackageResources.gruvbox_dark_toml),
    BuiltInTheme(name: "gruvbox-light", bytes: PackageResources.gruvbox_light_toml),
    BuiltInTheme(name: "catppuccin-mocha", bytes: PackageResources.catppuccin_mocha_toml),
    BuiltInTheme(name: "catppuccin-latte", bytes: PackageResources.catppuccin_latte_toml),
  ]
}
