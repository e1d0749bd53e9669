import CellGrid
import Phrases

/// Lines of which one is selected: marked in front, and with the selection below it.
struct SelectableList {
  private let region: Region
  private let position: ListPosition
  private let glyphs: Glyphs

  init(_ region: Region, _ position: ListPosition, _ glyphs: Glyphs) {
    self.region = region
    self.position = position
    self.glyphs = glyphs
  }

  /// Draws the lines that are shown, puts the cursor on the selected one, and tells on the border below
  /// which ones they are when those are not all.
  func draw(count: Int, on grid: inout CellGrid, _ line: (Int) -> StyledLine) {
    for offset in 0..<region.rows {
      let index = position.top + offset
      guard index < count else { break }
      let row = region.row + offset
      let isSelected = index == position.selected
      if isSelected {
        grid.put(glyphs[.mark], row: row, column: region.column, CellStyle(.selectionMark))
      }
      grid.put(
        line(index), row: row, column: region.column + 2, limit: region.columns - 2, glyphs)
      guard isSelected else { continue }
      grid.lay(
        .selection, under: region.row(row))
      grid.cursor = CellGrid.Position(row: row, column: region.column)
    }
    guard count > region.rows else { return }
    let part = spoken(" \(position.top + 1)-\(min(position.top + region.rows, count)) of \(count) ")
    grid.put(
      part, row: region.row + region.rows,
      column: max(region.column + region.columns - part.count - 1, region.column),
      CellStyle(.textDim))
  }
}
