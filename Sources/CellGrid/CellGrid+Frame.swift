/// Frames, drawn with the characters that the terminal shows.
extension CellGrid {
  /// Draws a frame along the inside of a region, with a title in its top side.
  ///
  /// - Returns: the region inside the frame.
  @discardableResult
  package mutating func frame(
    _ region: Region, title: String = "", isFocused: Bool = false, _ glyphs: Glyphs
  ) -> Region {
    guard region.rows >= 2, region.columns >= 2 else { return region }
    let style = CellStyle(isFocused ? .paneBorderFocused : .paneBorder)
    let bottom = region.row + region.rows - 1
    let right = region.column + region.columns - 1
    for row in [region.row, bottom] {
      fill(
        Region(row: row, column: region.column + 1, rows: 1, columns: region.columns - 2),
        with: glyphs[.horizontal], style)
    }
    for column in [region.column, right] {
      fill(
        Region(row: region.row + 1, column: column, rows: region.rows - 2, columns: 1),
        with: glyphs[.vertical], style)
    }
    put(glyphs[.topLeft], row: region.row, column: region.column, style)
    put(glyphs[.topRight], row: region.row, column: right, style)
    put(glyphs[.bottomLeft], row: bottom, column: region.column, style)
    put(glyphs[.bottomRight], row: bottom, column: right, style)
    if !title.isEmpty, region.columns > 6 {
      let style = CellStyle(isFocused ? .paneTitleFocused : .paneTitle)
      let room = region.columns - 4
      put(" \(title) ", row: region.row, column: region.column + 1, limit: room, style)
      if displayWidth(escapeForTerminal(title)) + 2 > room {
        put("\(glyphs[.ellipsis]) ", row: region.row, column: region.column + room - 1, style)
      }
    }
    return region.inset(rows: 1, columns: 1)
  }
}
