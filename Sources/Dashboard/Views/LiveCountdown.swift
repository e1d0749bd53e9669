import CellGrid
import LiveApply
import Phrases

/// What is left of the time to confirm a change of the running host, and what may be pressed.
enum LiveCountdown {
  static func line(_ state: DashboardState) -> StyledLine {
    guard let change = state.change else { return StyledLine() }
    let (yes, no) = (
      key(.confirmLive, spoken("confirm"), state), key(.revertLive, spoken("revert"), state)
    )
    let text =
      switch change.state {
      case .armed: spoken("being made")
      case .applied: spoken("applied, \(change.left) s left - \(yes) \(no)")
      case .confirmed: spoken("confirmed, files not written - \(yes) \(no)")
      case .revertedWithErrors: spoken("taken back, not as it was")
      case .reverted, .failed: ""
      }
    return StyledLine(text, .countdown)
  }

  /// A key with what it does: `[c]onfirm`, or `[K] confirm` where it is another one.
  private static func key(_ command: Command, _ word: String, _ state: DashboardState) -> String {
    guard let name = state.keys.keys(of: command).first?.name else { return word }
    return word.hasPrefix(name) ? "[\(name)]\(word.dropFirst(name.count))" : "[\(name)] \(word)"
  }
}
