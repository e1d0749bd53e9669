import CellGrid
import Phrases
import Rules
import SourceText

/// The keys that count here, the most useful first, as many as there is room for.
enum HintBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    if state.toast != nil || isTyping(state), Layout(state).status.isEmpty { return }
    grid.fill(region, CellStyle(.barHint))
    if isTyping(state), let toast = state.toast {
      // what is typed has the line where it would stand
      grid.put(
        StyledLine(" \(toast.text)", toast.isError ? .toastError : .toast), row: region.row,
        column: region.column, limit: region.columns, state.glyphs)
    } else if isTyping(state) {
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
    /// It leads out, which has to be found before anything else.
    var isWayOut = false

    var width: Int { key.count + 1 + title.count }
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
    let isStale = !state.changedFiles.isEmpty && Set.views.contains(context)
    let rescan = isStale ? state.keys.keys(of: .rescan).first : nil
    let again = rescan.map { [Hint(key: $0.name, title: spoken("read again"))] } ?? []
    return stop + again + choice + commands(in: context, state)
  }

  private static func commands(in context: Context, _ state: DashboardState) -> [Hint] {
    commandTable.filter { $0.rank != nil && $0.contexts.contains(context) }
      .sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
      .compactMap { record in
        var isIdle = state.obstacle(to: record) != nil
        if isIdle, !canBeMet(record.need, state) { return nil }
        if record.command == .stage || record.command == .applyLive {
          guard let way = state.chosenWay else { return nil }
          isIdle = isIdle || record.command == .stage && way.fix.edits.isEmpty
        }
        let isHelp = context == .help
        if isHelp, record.command == .help { return nil }
        let title = isHelp && record.command == .open ? spoken("run it") : record.title
        let closes = record.command == .back && canClose(context)
        return keys(of: closes ? [.back, .close] : [record.command], state).map {
          Hint(
            key: $0, title: title, isIdle: isIdle, isWayOut: closes || record.command == .quit)
        }
      }
  }

  /// Whether `close` does what `back` does.
  private static func canClose(_ context: Context) -> Bool {
    commandTable.contains { $0.command == .close && $0.contexts.contains(context) }
  }

  /// A key of each of the commands; nil when none has one.
  private static func keys(of commands: [Command], _ state: DashboardState) -> String? {
    let names = commands.compactMap { state.keys.keys(of: $0).first?.name }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// Whether another selection could do away with what keeps a command from being done.
  private static func canBeMet(_ need: Need, _ state: DashboardState) -> Bool {
    switch need {
    case .finding: !state.shown.findings.isEmpty
    case .undoable: state.view == .undo && state.journal?.isEmpty == false
    case .place, .otherPlace, .editing, .freeAddress: true
    case .nothing, .staged, .writing, .otherBoot, .changingLive: false
    }
  }

  private static func put(
    _ hints: [Hint], _ state: DashboardState, in region: Region, on grid: inout CellGrid
  ) {
    var column = region.column + 1
    let end = region.column + region.columns
    var kept = hints.first(where: \.isWayOut).map { $0.width + 2 } ?? 0
    for hint in hints {
      if hint.isWayOut { kept = 0 }
      guard column + hint.width + kept < end else { continue }
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
