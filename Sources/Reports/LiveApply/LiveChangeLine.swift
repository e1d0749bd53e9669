package import LiveApply
import Phrases

/// A change of the running host in words.
extension LiveChange {
  /// What has become of it and what is to be typed, in one clause.
  package var clause: String {
    switch state {
    case .armed: spoken("armed: it is about to be made")
    case .applied:
      spoken("applied, \(left) s left: jailscope confirm keeps it, jailscope revert takes it back")
    case .confirmed where isPending && keepsFiles:
      spoken(
        "confirmed, and its files are not written: jailscope confirm writes them, jailscope revert takes it back"
      )
    case .confirmed: spoken("confirmed")
    case .reverted: spoken("taken back\(reason): the host is as it was")
    case .failed: spoken("not made\(reason)")
    case .revertedWithErrors:
      spoken("taken back\(reason), and the host is not as it was: jailscope revert tries again")
    }
  }

  private var reason: String {
    switch decision {
    case "timeout": spoken(", for nobody confirmed it")
    case "failure": spoken(", for it failed")
    case "silence": spoken(", for the one who began it was gone")
    default: ""
    }
  }
}

/// The line of the glance about a change of the running host.
func liveChangeLine(_ change: LiveChange) -> TextLine {
  TextLine(spoken("live change \(change.id): \(change.clause)"), .caution)
}

extension JSONWriter {
  /// The member about a change of the running host that is not over.
  mutating func liveChange(_ change: LiveChange?) {
    guard let change else { return member("live_change", String?.none) }
    member("live_change") { writer in
      writer.object {
        $0.member("id", change.id)
        $0.member("state", change.state.rawValue)
        $0.member("pending", change.isPending)
        $0.member("seconds_left", change.state == .applied ? change.left : 0)
        $0.member("window", change.window)
        $0.member("nonce", change.nonce)
        $0.member("writes_files", change.keepsFiles)
        $0.member("titles") { $0.strings(change.titles) }
        $0.member("commands") { $0.strings(change.commands) }
        $0.member("undo") { $0.strings(change.undo) }
      }
    }
  }
}
