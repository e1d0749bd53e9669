import CellGrid

/// The names by which a theme may style a role.
extension Role {
  /// The names that a theme may style it by: its own, then without the last part, and so on.
  var names: [String] {
    var names = [rawValue]
    var parts = rawValue.split(separator: ".")
    while parts.count > 1 {
      parts.removeLast()
      names.append(parts.joined(separator: "."))
    }
    return names
  }

  /// All names that a theme may style.
  static let lookupNames = Set(allCases.flatMap(\.names))
}
