package import CellGrid

/// Text that has to fit into a column, cut where it tells least.
extension Glyphs {
  /// Without its beginning, as an address or a variable is told by its end: `…::15`.
  package func withoutBeginning(_ text: String, _ columns: Int) -> String {
    let characters = Array(escapeForTerminal(text))
    guard characters.count > columns else { return text }
    guard columns > 1 else { return columns == 1 ? self[.ellipsis] : "" }
    let rest = characters.suffix(columns - 1)
    // half a name or number is worse than none
    let part = rest.prefix(columns / 2).firstIndex { "_:.|/".contains($0) } ?? rest.startIndex
    return self[.ellipsis] + String(rest[part...].drop { $0 == "." })
  }

  /// Without its middle, as a place is told by its beginning and its line: `jail.…conf:12`.
  package func withoutMiddle(_ text: String, _ columns: Int) -> String {
    let characters = Array(escapeForTerminal(text))
    guard characters.count > columns else { return text }
    guard columns > 3 else { return withoutBeginning(text, columns) }
    let tail = max((columns - 1) * 3 / 5, 1)
    return String(characters.prefix(columns - 1 - tail)) + self[.ellipsis]
      + String(characters.suffix(tail))
  }
}
