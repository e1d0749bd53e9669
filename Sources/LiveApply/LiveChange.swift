/// A change of the running host, as its guard tells of it.
package struct LiveChange: Sendable, Equatable {
  /// What has become of it.
  package enum State: String, Sendable {
    /// Nothing is done yet.
    case armed
    /// It is made, and taken back unless somebody confirms it.
    case applied
    /// It stays.
    case confirmed
    /// It is taken back: the host is as it was.
    case reverted
    /// It was never made.
    case failed
    /// It was to be taken back, and the host is not as it was.
    case revertedWithErrors = "reverted-with-errors"
  }

  /// The name it goes by.
  package let id: String
  /// What has become of it.
  package let state: State
  /// How many seconds there are to confirm it.
  package private(set) var window = 0
  /// How many of them are left.
  package private(set) var left = 0
  /// Who confirms it may be asked for this.
  package private(set) var nonce: String?
  /// Who decided what becomes of it: `confirm`, `timeout`, `operator`, `failure`, `silence`.
  package private(set) var decision: String?
  /// Files have to be written once it is confirmed.
  package private(set) var keepsFiles = false
  /// Its guard holds the host, or its files are not written yet.
  package private(set) var isPending = false
  /// What it does, a line each.
  package private(set) var titles: [String] = []
  /// Its commands.
  package private(set) var commands: [String] = []
  /// The commands that take it back.
  package private(set) var undo: [String] = []
  /// What was printed and what went wrong.
  package private(set) var log: [String] = []

  /// It is made and waits to be confirmed.
  package var waitsForConfirmation: Bool { isPending && (state == .armed || state == .applied) }

  /// The same when a second has passed, as far as nobody knows better.
  package var secondLater: LiveChange {
    var later = self
    if state == .applied { later.left = max(left - 1, 0) }
    return later
  }

  /// How many seconds there are to confirm a change when nobody says otherwise.
  package static let usualWindow = 60

  /// Somebody has to do something about it, or it is not over yet.
  package var needsAttention: Bool { isPending || state == .revertedWithErrors }

  /// Reads what the guard prints; nil when that is no change.
  init?(_ lines: some Sequence<(word: Substring, text: String)>) {
    var values: [Substring: String] = [:]
    var lists: [Substring: [String]] = [:]
    for (word, text) in lines {
      values[word] = text
      lists[word, default: []].append(text)
    }
    // what tells it may be a hostile host
    guard let id = values["change"], Self.isName(id),
      let state = values["state"].flatMap(State.init)
    else { return nil }
    self.id = id
    self.state = state
    window = values["window"].flatMap { UInt16($0) }.map { Int($0) } ?? 0
    left = values["left"].flatMap { UInt16($0) }.map { Int($0) } ?? window
    nonce = values["nonce"]
    decision = values["decided"]
    keepsFiles = values["keeps"] != nil
    isPending = values["pending"] != nil
    titles = lists["title"] ?? []
    commands = lists["do"] ?? []
    undo = lists["undo"] ?? []
    log = lists["log"] ?? []
  }

  private static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) }
  }
}

/// What the guard answers.
package enum GuardAnswer: Sendable, Equatable {
  /// A change as it is now.
  case change(LiveChange)
  /// Why it does not do what is asked.
  case refused(String)
  /// Nothing that can be understood.
  case unclear

  /// Reads its output, lines of a word and a text.
  package init(_ output: [UInt8]) {
    let lines = output.split(separator: 10).map { line in
      let parts = line.split(separator: 32, maxSplits: 1, omittingEmptySubsequences: false)
      return (
        word: Substring(decoding: parts[0], as: UTF8.self),
        text: parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
      )
    }
    if let error = lines.first(where: { $0.word == "error" }) {
      self = .refused(error.text)
    } else {
      self = LiveChange(lines).map { .change($0) } ?? .unclear
    }
  }
}
