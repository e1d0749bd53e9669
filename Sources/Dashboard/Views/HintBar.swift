import CellGrid

/// The keys that count here, the most useful first, as many as there is room for.
enum HintBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    if state.toast != nil || isTyping(state), Layout(state).status.isEmpty { return }
    grid.fill(region, CellStyle(.barHint))
    if isTyping(state) {
      put([("Enter", "accept"), ("Esc", "leave")], state, in: region, on: &grid)
    } else {
      put(hints(state), state, in: region, on: &grid)
    }
  }

  private static func isTyping(_ state: DashboardState) -> Bool { state.context == nil }

  /// Keys and titles of what can be done here, by rank.
  private static func hints(_ state: DashboardState) -> [(String, String)] {
    guard let context = state.context else { return [] }
    let ways = state.waysAtHand.count
    let choice = ways > 1 ? [("1-\(min(ways, 4))", "way")] : []
    return choice + commands(in: context, state)
  }

  private static func commands(
    in context: Context, _ state: DashboardState
  ) -> [(String, String)] {
    commandTable.filter { $0.rank != nil && $0.contexts.contains(context) }
      .filter { state.obstacle(to: $0) == nil }
      .sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      .compactMap { record in
        let keys = state.keys.keys(of: record.command)
        let key = keys.first { state.keys.command(for: $0, in: context) == record.command }
        return key.map { ($0.name, record.title) }
      }
  }

  private static func put(
    _ hints: [(String, String)], _ state: DashboardState, in region: Region, on grid: inout CellGrid
  ) {
    var column = region.column + 1
    let end = region.column + region.columns
    for (key, title) in hints {
      let width = key.count + 1 + title.count
      guard column + width < end else { continue }
      column += grid.put(key, row: region.row, column: column, CellStyle(.barHintKey, on: .barHint))
      column += grid.put(" \(title)", row: region.row, column: column, CellStyle(.barHint))
      column += 2
    }
  }
}
