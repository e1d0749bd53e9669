package import CellGrid
import Phrases

/// A screen that shows every role of a theme as it looks, on the selection and in words.
package func themeSwatch(_ theme: Theme, _ resolved: ResolvedTheme) -> CellGrid {
  let groups = RoleGroup.all
  let count = groups.reduce(0) { $0 + $1.roles.count + 2 }
  var grid = CellGrid(columns: 78, rows: count + 3)
  grid.put(theme.title, row: 0, column: 1, CellStyle(.textStrong))
  grid.put(theme.description, row: 1, column: 1)
  if let licence = theme.paletteLicence {
    grid.put(spoken("palette: \(licence)"), row: 2, column: 1, CellStyle(.textDim))
  }
  var row = 4
  for group in groups {
    grid.put(group.title, row: row - 1, column: 1, CellStyle(.tableHeader))
    for (role, _) in group.roles {
      grid.draw(role, row: row, resolved)
      row += 1
    }
    row += 2
  }
  return grid
}

extension CellGrid {
  fileprivate mutating func draw(_ role: Role, row: Int, _ theme: ResolvedTheme) {
    put(role.rawValue, row: row, column: 3, CellStyle(role))
    if !ThemeRequirements.grounds.contains(role) {
      put(spoken(" selected "), row: row, column: 27, CellStyle(role, on: .selection))
    }
    let ground = theme.appearance(of: CellStyle()).background
    put(
      theme.appearance(of: CellStyle(role)).written(above: ground), row: row, column: 40,
      CellStyle(.textDim))
  }
}

extension Appearance {
  /// As theme files write it.
  ///
  /// - Parameter ground: the screen's, which need not be said.
  func written(above ground: Color) -> String {
    var words = [ColorNames.text(foreground)]
    if background != ground { words += ["on", ColorNames.text(background)] }
    words += ["bold", "dim", "italic", "underline", "reverse"].filter { name in
      StyleText.attributes[name].map(attributes.contains) ?? false
    }
    return words.joined(separator: " ")
  }
}
