import Phrases

/// Something in a theme file that can't be understood or followed.
package struct ThemeProblem: Sendable, Equatable {
  /// The file, or the name of a theme that is part of the program.
  package let path: String
  /// From 1.
  package let line: Int
  /// From 1, in bytes.
  package let column: Int
  /// What is wrong, in one clause.
  package let message: String
}

extension ThemeProblem: CustomStringConvertible {
  /// `path:line:column: message`.
  package var description: String { "\(path):\(line):\(column): \(message)" }
}

/// Why there is no such theme.
package enum ThemeError: Error, Sendable, Equatable {
  /// No theme has this name.
  case unknown(name: String)
  /// Its file, or one that it inherits from, is wrong.
  case wrong([ThemeProblem])
}

extension ThemeError: CustomStringConvertible {
  /// One line for each problem.
  package var description: String {
    switch self {
    case .unknown(let name): spoken("there is no theme \(name)")
    case .wrong(let problems): problems.map(\.description).joined(separator: "\n")
    }
  }
}
