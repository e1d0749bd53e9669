import HostAccess
import HostModel

/// Asks the running host every few seconds what it says of itself, away from the screen: it gives no
/// notice of changes.
struct LiveWatch {
  /// In seconds.
  private static let interval = 5

  private let source: LiveSource
  private var began = Moment.now
  private var inquiry: (answer: Errand<LiveHost?>, end: Notice)?

  /// - Parameter isWanted: false asks nothing.
  init(_ source: LiveSource, isWanted: Bool) {
    self.source = isWanted ? source : .none
  }

  /// Can be read when the answer is there; nil while nothing is asked.
  var descriptor: Int32? { inquiry?.end.descriptor }

  /// How long nothing is to be asked yet, in milliseconds; nil while an answer is awaited, or nothing
  /// is asked at all.
  var timeout: Int? {
    guard source.isAsked, inquiry == nil else { return nil }
    // a clock that was set back makes it late once
    return min(max(began.seconds + Self.interval - Moment.now.seconds, 0), Self.interval) * 1000
  }

  /// Begins to ask when it is time for it.
  mutating func askIfDue() {
    guard timeout == 0 else { return }
    let (source, end) = (source, Notice())
    // without an end that can be seen nobody would take the answer
    guard end.descriptor != nil else { return }
    began = .now
    inquiry = (
      Errand {
        defer { end.give() }
        return (try? source.begin())?() ?? nil
      }, end
    )
  }

  /// What was answered, once the descriptor can be read; nil when the host can't be asked for the
  /// moment.
  mutating func answer() -> LiveHost? {
    defer { inquiry = nil }
    return inquiry?.answer.result()
  }
}
