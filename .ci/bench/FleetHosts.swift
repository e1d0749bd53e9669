import DemoHost
import Glibc

/// Captures of many hosts, each the demo host with a network and names of its own.
struct FleetHosts {
  let folder: String
  let count = 5000

  /// Writes a capture for each.
  func generate() throws(Failure) {
    for number in 0..<count {
      try writeFile("\(folder)/host\(number).capture") { put in put(capture(number)) }
    }
  }

  private func capture(_ number: Int) -> String {
    let site = String(number + 256, radix: 16)
    let (high, low) = (number / 250, number % 250 + 1)
    var text = "jailscope capture 1\ntaken 2026-11-28T18:00:00Z\nlookup no\n"
    for (path, content) in DemoHost.files {
      let own = replaced(
        replaced(content, "2001:db8:17:42:", with: "2001:db8:\(site):42:"), "192.0.2.17",
        with: "198.18.\(high).\(low)")
      text += "file \"\(path)\" 644 0 0 \(own.utf8.count)\n"
      for line in own.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        text += "|\(line)\n"
      }
    }
    return text
      + """
      directory "/usr/local/etc/ezjail" 755 0 0
      |backup
      |git
      directory "/usr/local/etc" 755 0 0
      |ezjail
      directory "/etc" 755 0 0
      |rc.conf
      directory "/usr/local" 755 0 0
      |etc
      directory "/" 755 0 0
      |bin
      |etc
      |usr
      end

      """
  }

  private func replaced(_ text: String, _ old: String, with new: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  /// The time of reading all, the most memory that takes, and the time to the first screen.
  func measure(_ binary: String) throws(Failure) -> (run: Run, screen: Double) {
    let command = Command(words: [binary, "fleet", folder, "--json"], expected: 0...3)
    // the first run fills the caches
    _ = try command.run()
    let run = try command.run()
    let session = try Session([binary, "fleet", folder])
    return (run, try session.answer(quiet: 20).milliseconds)
  }
}
