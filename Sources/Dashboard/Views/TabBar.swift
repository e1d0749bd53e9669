import CellGrid
import Phrases

/// The names of the views with their keys, the one that is shown set off.
enum TabBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    grid.fill(region, CellStyle(.barTabs))
    for (view, start, text) in tabs(state) {
      let style = CellStyle(view == state.view ? .barTabsActive : .barTabs)
      grid.put(
        text, row: region.row, column: region.column + start, limit: region.columns - start, style)
    }
    let note = note(state)
    let column = region.column + region.columns - note.width - 1
    if column > (tabs(state).last.map { $0.start + $0.text.count + 1 } ?? 0) {
      grid.put(note, row: region.row, column: column, limit: note.width, on: .barTabs, state.glyphs)
    }
  }

  /// The view whose name is at a column.
  static func view(at column: Int, _ state: DashboardState) -> MainView? {
    tabs(state).first { column >= $0.start && column < $0.start + $0.text.count }?.view
  }

  /// Each name with where it begins; the shown one stands in brackets, too, for want of colour.
  private static func tabs(
    _ state: DashboardState
  ) -> [(view: MainView, start: Int, text: String)] {
    let isShort = state.size.columns < 60
    var start = 0
    return MainView.allCases.map { view in
      let title = isShort ? String(view.title.prefix(4)) : view.title
      let name = isShort ? "\(view.rawValue)\(title)" : "\(view.rawValue) \(title)"
      let text = view == state.view ? "[\(name)]" : " \(name) "
      defer { start += text.count + (isShort ? 0 : 1) }
      return (view, start, text)
    }
  }

  private static func note(_ state: DashboardState) -> StyledLine {
    var line = StyledLine()
    if !state.filter.isEmpty { line.append(spoken("filter: \(state.filter)"), .inputMatch) }
    if state.showsOnlyProblems {
      line.append(
        line.pieces.isEmpty ? spoken("only problems") : spoken("  only problems"), .inputMatch)
    }
    return line
  }
}
