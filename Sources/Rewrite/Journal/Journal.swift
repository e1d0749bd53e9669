/// Every change of a host's files, each in a directory of its own.
///
///     journal/20261125T134611Z-0000001b/plan       the entry
///                                       0.before   the first file as it was
///                                       0.after    and as it is to be
///                                       state      what became of it
///                                       late.0     what another program wrote meanwhile
///
/// An entry appears whole: its directory is filled under a name with a dot in front, and gets its
/// own by a rename. All of it may hold secrets, so nobody but its owner may look in.
struct Journal: Sendable {
  static let name = Array("journal".utf8)
  static let planName = Array("plan".utf8)
  static let stateName = Array("state".utf8)
  private static let draft = Array(".new-".utf8)

  let folder: OpenFile

  /// The journal whose directory is open, to be read.
  init(reading folder: OpenFile) {
    self.folder = folder
  }

  init(in state: StateFolder) throws(CallFailure) {
    folder = try state.folder.openOrMakeFolder(Self.name, permissions: 0o700)
  }

  /// The names of all entries, the oldest first.
  func ids() throws(CallFailure) -> [String] {
    try folder.names().filter { $0.first != UInt8(ascii: ".") }
      .map { String(decoding: $0, as: UTF8.self) }
      .sorted { (Self.ordinal(of: $0), $0) < (Self.ordinal(of: $1), $1) }
  }

  /// The name of the entry behind another: a time, and a number that no clock can set back.
  static func id(behind last: String?, time: Int) -> String {
    let digits = String((last.map(ordinal) ?? 0) &+ 1, radix: 16)
    let zeros = String(repeating: "0", count: max(0, 8 - digits.utf8.count))
    return "\(UTCTime(time).compact)-\(zeros)\(digits)"
  }

  private static func ordinal(of id: String) -> UInt32 {
    id.split(separator: "-").last.flatMap { UInt32($0, radix: 16) } ?? 0
  }

  /// The entry without an end, if there is one: the last, for none is begun before it is settled.
  func openID() throws(CallFailure) -> String? {
    guard let last = try ids().last, try outcome(of: last) == .prepared else { return nil }
    return last
  }

  /// Removes what is left of entries that never became one.
  func removeDrafts() throws(CallFailure) {
    for name in try folder.names() where name.starts(with: Self.draft) {
      let draft = try folder.openFolder(name)
      for file in try draft.names() { try draft.remove(file) }
      try folder.removeFolder(name)
    }
  }

  /// Writes an entry with both versions of its files, down to stable storage.
  ///
  /// - Parameter isWritten: told of each new version's copy as soon as it can be read.
  func publish(
    _ entry: JournalEntry, before: [[UInt8]], after: [[UInt8]],
    isWritten: (Int, OpenFile) -> Void
  ) throws(CallFailure) {
    let name = Array(entry.id.utf8)
    let draftName = Self.draft + name
    do throws(CallFailure) {
      try folder.makeFolder(draftName, permissions: 0o700)
      let draft = try folder.openFolder(draftName)
      for index in after.indices {
        let name = Self.image(index, "after")
        let file = try draft.open(name, for: .creating)
        try file.write(after[index])
        isWritten(index, try draft.open(name))
        try file.synchronize()
      }
      for index in before.indices {
        try draft.create(Self.image(index, "before"), before[index])
      }
      try draft.create(Self.planName, entry.document)
      let state = StateLog([]).line(
        JournalEntry.Outcome.prepared.rawValue, time: folder.calls.time())
      try draft.create(Self.stateName, state)
      try draft.synchronize()
      // where an entry has this name already, its directory isn't empty and the rename fails
      try folder.rename(draftName, to: name)
      try folder.synchronize()
    } catch {
      try? removeDrafts()
      throw error
    }
  }

  /// Adds a word to what became of an entry.
  func mark(_ id: String, _ word: String) throws(CallFailure) {
    let entry = try folder.openFolder(Array(id.utf8))
    let log = StateLog(try entry.contents(of: Self.stateName))
    let file = try entry.open(Self.stateName, for: .appending)
    try file.write(log.line(word, time: folder.calls.time()))
    try file.synchronize()
  }

  /// Says how an entry ended.
  func mark(_ id: String, _ outcome: JournalEntry.Outcome) throws(CallFailure) {
    try mark(id, outcome.rawValue)
  }

  /// What became of an entry as far as its log tells.
  func outcome(of id: String) throws(CallFailure) -> JournalEntry.Outcome {
    let entry = try folder.openFolder(Array(id.utf8))
    return StateLog(try entry.contents(of: Self.stateName)).outcome ?? .prepared
  }

  /// An entry, or nil when what is there isn't one that this version reads.
  func entry(_ id: String) throws(CallFailure) -> JournalEntry? {
    let entry = JournalEntry(document: try document(of: id))
    return entry?.id == id ? entry : nil
  }

  /// The digest of an entry's file, which the next one names.
  func digest(of id: String) throws(CallFailure) -> SHA256 { SHA256(try document(of: id)) }

  /// A version of one of an entry's files: `before` or `after`.
  func image(_ id: String, _ index: Int, _ which: String) throws(CallFailure) -> [UInt8] {
    try folder.openFolder(Array(id.utf8)).contents(of: Self.image(index, which))
  }

  /// All entries with what became of them, the oldest first.
  func records() throws(CallFailure) -> [JournalRecord] {
    var records: [JournalRecord] = []
    var last: SHA256?
    for id in try ids() {
      let digest = try digest(of: id)
      records.append(
        JournalRecord(
          id: id, entry: try entry(id), outcome: try outcome(of: id), digestBefore: last))
      last = digest
    }
    return records
  }

  /// Keeps what another program wrote to a file while it was replaced; returns the file's name.
  func keepLate(_ bytes: [UInt8], _ id: String, _ index: Int) throws(CallFailure) -> String {
    let entry = try folder.openFolder(Array(id.utf8))
    let name = "late.\(index)"
    // one that is there is of an attempt that stopped halfway
    try entry.remove(Array(name.utf8))
    try entry.create(Array(name.utf8), bytes)
    try entry.synchronize()
    return "\(id)/\(name)"
  }

  private func document(of id: String) throws(CallFailure) -> [UInt8] {
    try folder.openFolder(Array(id.utf8)).contents(of: Self.planName)
  }

  private static func image(_ index: Int, _ which: String) -> [UInt8] {
    Array("\(index).\(which)".utf8)
  }
}
