/// The course of a change: a line for each thing that became of it, appended and never changed.
///
///     1 2026-11-25T13:46:11Z PREPARED 1c9a0b7d
///
/// The number of the line, the time, the word, and the first digits of the SHA-256 of these. A line
/// that isn't whole was never waited for, so it counts as not written.
struct StateLog {
  private(set) var words: [String] = []
  /// The last line has no end.
  private(set) var isTorn = false

  init(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    isTorn = lines.popLast()?.isEmpty == false
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 4, parts[3] == Self.check(parts[0], parts[1], parts[2]) else {
        continue
      }
      words.append(parts[2])
    }
  }

  /// The last word that says how a change ended, or that it is under way; nil without any.
  var outcome: JournalEntry.Outcome? { words.last.flatMap(JournalEntry.Outcome.init) }

  /// The line that adds a word.
  func line(_ word: String, time: Int) -> [UInt8] {
    let number = "\(words.count + 1)"
    let moment = UTCTime(time).text
    // a torn line gets its end first; it stays where it is
    let start = isTorn ? "\n" : ""
    return Array("\(start)\(number) \(moment) \(word) \(Self.check(number, moment, word))\n".utf8)
  }

  private static func check(_ parts: String...) -> String {
    String(SHA256(Array(parts.joined(separator: " ").utf8)).hexadecimal.prefix(8))
  }
}
