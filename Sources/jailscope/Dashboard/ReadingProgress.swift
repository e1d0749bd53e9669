import HostAccess
import Phrases

/// Says on the terminal how long the reading of a host has taken, as long as there is no screen yet,
/// from its first second on.
struct ReadingProgress {
  private let end = Notice()
  private let line: Errand<Void>

  init() {
    let end = end
    line = Errand {
      var seconds = 0
      while !end.isGiven(within: 1_000) {
        seconds += 1
        Self.write("\r" + spoken("reading, \(seconds) s; Ctrl-C stops it"))
      }
      if seconds > 0 { Self.write("\r\u{1b}[K") }
    }
  }

  /// Takes the line away.
  func stop() {
    end.give()
    line.result()
  }

  private static func write(_ text: String) {
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(Array(text.utf8))
  }
}
