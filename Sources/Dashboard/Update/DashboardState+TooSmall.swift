import CellGrid
import Phrases
import Rules

/// What happens on a screen that has no room to show what a key would do.
extension DashboardState {
  /// The verdict is all there is room for: nobody sees what is selected, staged or asked.
  var isTooSmall: Bool { Layout(self).tier == .line }

  /// Takes in what somebody does who sees the verdict alone: to leave is all that counts.
  mutating func takeUnseen(_ event: TerminalEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    let isInterrupt = key == .control("c")
    guard key == .escape || isInterrupt || keys.keys(of: .quit).contains(key) else { return [] }
    toast = nil
    if key == .escape { return backUnseen() }
    let count = max(staged.chosen.count, sessionAtHand.chosen.count)
    guard count > 0, !isInterrupt else { return [.quit] }
    complain(spoken("\(count) staged and not written; Ctrl-C leaves all the same"))
    return []
  }

  /// Stops what is worked out, or says no to a question; what was chosen is not dropped unseen.
  private mutating func backUnseen() -> [Effect] {
    guard guidedSession == nil else { return [] }
    if canStopWork { return stopWork() }
    if let prompt = overlays.last, prompt.context == nil { return type(.escape) }
    if !overlays.isEmpty { moveInOverlay(.back) }
    return []
  }
}
