import CellGrid
import LiveApply
import Phrases
import Reports
import Rules

/// Changing the running host, and what becomes of it.
extension DashboardState {
  /// How many seconds there are to confirm a change.
  private static let window = LiveChange.usualWindow

  /// Takes in what happened to the running host.
  mutating func takeLive(_ message: Message) -> [Effect] {
    switch message {
    case .livePlanned(let plan):
      work = nil
      askLive(plan)
    case .live(let change): return takeLive(change)
    case .ticked: return tickLive()
    default: break
    }
    return []
  }

  /// Shows what is to be done and how it is taken back, and asks.
  private mutating func askLive(_ plan: LivePlan) {
    guard case .chooser? = overlays.last else { return complain(spoken("live: ask for it again")) }
    let lines = plan.lines(seconds: Self.window).map { line in
      switch line.kind {
      case .heading: StyledLine(line.text, .textStrong)
      case .command: StyledLine(line.text, .textCode)
      case .note: StyledLine(line.text, .severityWarning)
      }
    }
    overlays.append(
      .confirm(
        Confirmation(
          action: .makeLive(plan, isSure: false),
          question: spoken("do it now, for \(Self.window) s?"),
          page: TextPage(title: spoken("live"), lines: lines))))
  }

  /// Has it done, or asks once more where the one who asks may be cut off.
  mutating func makeLive(_ plan: LivePlan, isSure: Bool) -> [Effect] {
    if let severed = plan.severed, !isSure {
      let text =
        spoken(
          "your connection goes to \(severed); without a confirmation over another one the change "
            + "is taken back after \(Self.window) s")
      overlays.append(
        .confirm(
          Confirmation(
            action: .makeLive(plan, isSure: true),
            question: spoken("change \(severed) all the same?"),
            page: TextPage(
              title: spoken("your own address"), lines: [StyledLine(text, .severityWarning)]))))
      return []
    }
    overlays = []
    work = Work.changing
    return [.makeLive(plan)]
  }

  mutating func decideLive(_ command: Command) -> [Effect] {
    guard let change, change.isPending else { return [] }
    guard !isWriting else {
      complain(spoken("wait, \(work ?? "")"))
      return []
    }
    work = Work.changing
    return [command == .confirmLive ? .confirmLive(id: change.id) : .revertLive(id: change.id)]
  }

  /// Takes in what has become of it; what is over is told, and the host read again.
  private mutating func takeLive(_ new: LiveChange?) -> [Effect] {
    let old = change
    change = new?.needsAttention == true ? new : nil
    if work == Work.changing { work = nil }
    guard let new, new.state != old?.state else { return [] }
    switch new.state {
    case .armed, .applied, .confirmed: say(spoken("live change: \(new.clause)"))
    case .reverted, .failed, .revertedWithErrors: complain(spoken("live change: \(new.clause)"))
    }
    guard work == nil, new.state != .armed else { return [] }
    work = Work.reading
    return [.rescan]
  }

  /// Counts down by itself, and asks how it really is.
  private mutating func tickLive() -> [Effect] {
    guard let change, change.isPending else { return [] }
    self.change = change.secondLater
    return work == Work.changing ? [] : [.readLive(id: change.id)]
  }
}

extension Confirmation.Action {
  /// What is said when nobody says yes.
  var refusal: String {
    if case .makeLive = self { spoken("nothing is done") } else { spoken("nothing is written") }
  }
}
