import CellGrid
import Phrases

/// Every command with its keys, to search in with the filter and to run with Enter.
enum HelpView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    let count = state.visible.help.count
    let title = state.filter.isEmpty ? spoken("keys") : spoken("keys with \(state.filter)")
    let inner = grid.frame(layout.body, title: title, isFocused: true, state.glyphs)
    guard count > 0 else {
      grid.put(
        StyledLine(spoken("no key or command matches \(state.filter)"), .textDim), row: inner.row,
        column: inner.column + 1, limit: inner.columns - 2, state.glyphs)
      return
    }
    let list = SelectableList(inner, state.helpList, state.glyphs)
    list.draw(count: count, on: &grid) { index in
      line(commandTable[state.visible.help[index]], state, inner.columns)
    }
  }

  private static func line(
    _ record: CommandRecord, _ state: DashboardState, _ columns: Int
  ) -> StyledLine {
    let keys = state.keys.keys(of: record.command).map(\.name).joined(separator: " ")
    var line = StyledLine(keys.padded(to: 14), .barHintKey)
    if columns >= 70 { line.append(record.name.padded(to: 18), .textStrong) }
    let note = note(on: record, state)
    line.append(record.help, note.isIdle ? .textDim : .text)
    // half of a reason is none
    if line.width + 2 + note.text.count <= columns - 2, !note.text.isEmpty {
      line.append("  \(note.text)", .textDim)
    }
    return line
  }

  /// Where a command counts, or why it can't be done now.
  private static func note(
    on record: CommandRecord, _ state: DashboardState
  ) -> (text: String, isIdle: Bool) {
    if !record.contexts.contains(.net) { return (spoken("in \(record.contexts.names)"), false) }
    // it would be done in the main view
    var there = state
    there.view = .net
    return there.obstacle(to: record).map { (spoken("now not: \($0)"), true) } ?? ("", false)
  }
}
