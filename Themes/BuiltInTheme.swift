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
  ]
}
