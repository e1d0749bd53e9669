import HostAccess
import Phrases

/// Makes ready what a screen needs besides the host, while the host is read, and then says on the terminal
/// how long the reading has taken, as long as there is no screen yet, from its first second on.
struct ReadingProgress<Ready: Sendable> {
  private let end = Notice()
  private let errand: Errand<Ready>

  /// - Parameters:
  ///   - isShown: whether anything is said.
  ///   - prepare: what is to be made ready.
  init(isShown: Bool, preparing prepare: @escaping @Sendable () -> Ready) {
    let end = end
    errand = Errand {
      let ready = prepare()
      var seconds = 0
      while isShown, !end.isGiven(within: 1_000) {
        seconds += 1
        Self.write("\r" + spoken("reading, \(seconds) s; Ctrl-C stops it"))
      }
      if seconds > 0 { Self.write("\r\u{1b}[K") }
      return ready
    }
  }

  /// Takes the line away.
  ///
  /// - Returns: what was made ready.
  consuming func stop() -> Ready {
    end.give()
    return errand.result()
  }

  private static func write(_ text: String) {
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(Array(text.utf8))
  }
}
