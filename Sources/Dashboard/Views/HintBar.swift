import CellGrid
import Phrases

/// The keys that count here, the most useful first, as many as there is room for.
enum HintBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    if state.toast != nil || isTyping(state), Layout(state).status.isEmpty { return }
    grid.fill(region, CellStyle(.barHint))
    if isTyping(state) {
      put(
        [Hint(key: "Enter", title: spoken("accept")), Hint(key: "Esc", title: spoken("leave"))],
        state, in: region,
        on: &grid)
    } else {
      put(hints(state), state, in: region, on: &grid)
    }
  }

  private static func isTyping(_ state: DashboardState) -> Bool { state.context == nil }

  /// A key with what it does.
  private struct Hint {
    let key: String
    let title: String
    /// It can't be done with what is selected; pressed all the same, it says why.
    var isIdle = false
  }

  /// What can be done here, by rank.
  ///
  /// What depends on the selection alone keeps its place, so that a key is found where it was, and a
  /// slow line carries little when the selection moves.
  private static func hints(_ state: DashboardState) -> [Hint] {
    guard let context = state.context else { return [] }
    let ways = state.waysAtHand.count
    let choice = ways > 1 ? [Hint(key: "1-\(min(ways, 4))", title: spoken("way"))] : []
    let back = state.keys.keys(of: .back).first
    let stop =
      state.canStopWork ? back.map { [Hint(key: $0.name, title: spoken("stop"))] } ?? [] : []
    return stop + choice + commands(in: context, state)
  }

  private static func commands(in context: Context, _ state: DashboardState) -> [Hint] {
    commandTable.filter { $0.rank != nil && $0.contexts.contains(context) }
      .sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      .compactMap { record in
        let isIdle = state.obstacle(to: record) != nil
        if isIdle, !record.need.isOfSelection { return nil }
        if record.command == .stage, state.waysAtHand.isEmpty { return nil }
        let isHelp = context == .help
        if isHelp, record.command == .help { return nil }
        let title = isHelp && record.command == .open ? spoken("run it") : record.title
        return state.keys.keys(of: record.command).first
          .map { Hint(key: $0.name, title: title, isIdle: isIdle) }
      }
  }

  private static func put(
    _ hints: [Hint], _ state: DashboardState, in region: Region, on grid: inout CellGrid
  ) {
    var column = region.column + 1
    let end = region.column + region.columns
    for hint in hints {
      let width = hint.key.count + 1 + hint.title.count
      guard column + width < end else { continue }
      let keyRole: Role = hint.isIdle ? .textDim : .barHintKey
      let titleRole: Role = hint.isIdle ? .textDim : .barHint
      column += grid.put(
        hint.key, row: region.row, column: column, CellStyle(keyRole, on: .barHint))
      column += grid.put(
        " \(hint.title)", row: region.row, column: column, CellStyle(titleRole, on: .barHint))
      column += 2
    }
  }
}

extension Need {
  /// Whether moving the selection can meet it.
  fileprivate var isOfSelection: Bool {
    switch self {
    case .finding, .place, .otherPlace, .editing, .freeAddress: true
    case .nothing, .staged, .writing, .undoable, .otherBoot, .changingLive: false
    }
  }
}
