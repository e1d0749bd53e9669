import HostAccess
import Phrases

/// How far the reading of many hosts has come, on a terminal alone.
struct FleetProgress {
  private let total: Int
  private let isShown: Bool

  init(of total: Int) {
    self.total = total
    isShown = OutputStream.standardError.isTerminal && environment("TERM") != "dumb"
  }

  /// Says how many are read.
  func show(_ count: Int) { write("\r" + spoken("\(count) of \(total) hosts read")) }

  /// Takes the line away.
  func end() { write("\r\u{1b}[K") }

  private func write(_ text: String) {
    guard isShown else { return }
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(Array(text.utf8))
  }
}
