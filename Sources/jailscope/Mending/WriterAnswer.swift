import SourceText

/// What a writer of its own says to the one who started it: lines of a keyword and a quoted text.
///
///     note "another program wrote to /etc/rc.conf meanwhile"
///     changed "/etc/rc.conf"
///     failed "/etc/rc.conf was changed meanwhile, nothing is written"
///     done ""
///
/// The last line is one of `done` and `failed`; without one the writer did not come to its end.
struct WriterAnswer: Equatable {
  /// What is to be said beside that the change is made.
  var notes: [String] = []
  /// The file because of which nothing is written: it is not what it was.
  var changed: String?
  /// Why nothing is written; nil when the change is made.
  var failure: String?

  var text: String {
    let lines =
      notes.map { ("note", $0) } + [changed.map { ("changed", $0) }].compactMap { $0 }
      + [failure.map { ("failed", $0) } ?? ("done", "")]
    return lines.map { "\($0.0) \(QuotedBytes.quoted($0.1.utf8))\n" }.joined()
  }

  init(notes: [String] = [], changed: String? = nil, failure: String? = nil) {
    self.notes = notes
    self.changed = changed
    self.failure = failure
  }

  /// Nil when it is not whole.
  init?(_ output: [UInt8]) {
    var hasEnded = false
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let keyword = line.prefix { $0 != UInt8(ascii: " ") }
      guard !hasEnded, let value = QuotedBytes.read(line.dropFirst(keyword.count + 1)) else {
        return nil
      }
      let text = String(decoding: value.bytes, as: UTF8.self)
      switch String(decoding: keyword, as: UTF8.self) {
      case "note": notes.append(text)
      case "changed": changed = text
      case "failed": (failure, hasEnded) = (text, true)
      case "done": hasEnded = true
      default: return nil
      }
    }
    guard hasEnded else { return nil }
  }
}
