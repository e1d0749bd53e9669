import Phrases

/// Stopping what takes its time.
extension DashboardState {
  /// Files or the running host are being changed.
  var isWriting: Bool {
    work == Work.writing || work == Work.undoing || work == Work.changing
  }

  /// Somebody waits for something that can be stopped, and nothing else lies in between.
  var canStopWork: Bool {
    guard work != nil, !isWriting else { return false }
    switch overlays.last {
    case nil: return true
    case .guided(let session)?: return session.guide == nil
    default: return false
    }
  }

  /// Stops it; what was staged is kept.
  mutating func stopWork() -> [Effect] {
    guard let work else { return [] }
    awaited += 1
    leavesChanges = work == Work.reading
    // it is noticed anew if it still matters
    hasRunningHostChanged = false
    self.work = nil
    overlays.removeAll { if case .guided = $0 { true } else { false } }
    say(spoken("stopped \(work)"))
    return [.stop]
  }
}
