import CellGrid
import Phrases

/// The list of themes beside the view, which shows the selected one.
enum ThemesView {
  static func draw(
    _ picker: ThemePicker, _ state: DashboardState, _ region: Region, on grid: inout CellGrid
  ) {
    let width = min(max((state.themes.map(\.count).max() ?? 10) + 6, 24), region.columns)
    let box = Region(
      row: region.row, column: region.column + region.columns - width,
      rows: min(state.themes.count + 2, region.rows), columns: width)
    grid.fill(box)
    let inner = grid.frame(box, title: spoken("theme"), isFocused: true, state.glyphs)
    let first = max(0, min(picker.selected - inner.rows / 2, state.themes.count - inner.rows))
    for (offset, name) in state.themes.dropFirst(first).prefix(inner.rows).enumerated() {
      let isSelected = first + offset == picker.selected
      let row = inner.row + offset
      grid.put(
        isSelected ? state.glyphs[.mark] : " ", row: row, column: inner.column + 1,
        CellStyle(.selectionMark))
      grid.put(
        name, row: row, column: inner.column + 3, limit: inner.columns - 3,
        CellStyle(isSelected ? .textStrong : .text))
      if isSelected {
        grid.lay(
          .selection,
          under: inner.row(row))
        grid.cursor = CellGrid.Position(row: row, column: inner.column + 1)
      }
    }
  }
}
