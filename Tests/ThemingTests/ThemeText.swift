import SourceText

@testable import Theming

/// The theme that a text is, called `test`.
func theme(_ text: String, own: [String: String] = [:]) throws -> Theme {
  try library(own.merging(["test": text]) { $1 }).theme(named: "test")
}

/// A library with themes of these names.
func library(_ own: [String: String]) -> ThemeLibrary {
  ThemeLibrary(
    own: Dictionary(
      uniqueKeysWithValues: own.map { name, text in
        (name, SourceFile(path: "\(name).toml", bytes: Array(text.utf8)))
      }))
}

/// What is said of a theme that can't be used, a line for each problem.
func complaint(about text: String, own: [String: String] = [:]) -> String {
  do {
    _ = try theme(text, own: own)
    return ""
  } catch {
    return "\(error)"
  }
}
