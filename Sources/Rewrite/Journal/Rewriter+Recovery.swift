import Phrases

/// Settling what an earlier process left halfway.
extension Rewriter {
  /// Settles the entry without an end, if there is one.
  ///
  /// Where all files are the new ones, the change is made and gets its end. Where only some are,
  /// they are put back, for nobody was told that it was done. A file that is neither stays.
  func recover() throws(RewriteFailure) -> Settlement? {
    let journal = journal
    let open = try at(spoken("the journal"), spoken("read it")) { () throws(CallFailure) in
      try journal.removeDrafts()
      return try journal.openID()
    }
    guard let id = open else { return nil }
    let found = try at(spoken("the journal"), spoken("read \(id)")) { () throws(CallFailure) in
      try journal.entry(id)
    }
    guard let entry = found else {
      throw .refused(
        path: spoken("the journal"),
        reason: spoken("\(id) is open, and no entry that this version reads"))
    }
    do throws(CallFailure) {
      return try settle(entry)
    } catch {
      throw .unsettled(entry: id, reason: error.message)
    }
  }

  /// The name of the last entry; nil without any.
  package func lastEntry() throws(RewriteFailure) -> String? {
    let journal = journal
    return try at(spoken("the journal"), spoken("read it")) { () throws(CallFailure) in
      try journal.ids().last
    }
  }

  /// What came of a plan that was to be applied and whose end nobody told; nil when it was not made.
  ///
  /// - Parameter last: the last entry before that.
  package func made(
    _ plan: ChangePlan, behind last: String?
  ) throws(RewriteFailure) -> Rewritten? {
    let records = try records()
    let start = records.lastIndex { $0.id == last }.map { $0 + 1 } ?? 0
    let record = records[start...].last { $0.entry?.plan == plan }
    return record?.outcome == .done ? Rewritten(entry: record?.id) : nil
  }

  private func settle(_ entry: JournalEntry) throws(CallFailure) -> Settlement {
    var files: [HalfwayFile] = []
    for index in entry.plan.files.indices {
      files.append(
        try HalfwayFile(
          entry.plan.files[index], at: entry.realPaths[index], in: root.folder,
          names: TemporaryNames(entry: entry.id, index: index)))
    }
    let isMade = files.allSatisfy { $0.version == .new }
    let isBegun = files.contains { $0.version == .new }
    for (index, file) in files.enumerated().reversed() {
      if !isMade, file.version == .new {
        try file.putBack(try journal.image(entry.id, index, "before"))
      }
      if let late = try file.lateBytes() { _ = try journal.keepLate(late, entry.id, index) }
      try file.clean()
    }
    let foreign = files.filter { $0.version == .foreign }.map(\.path)
    let outcome: JournalEntry.Outcome =
      isMade ? .done : !foreign.isEmpty ? .conflict : isBegun ? .reverted : .aborted
    try journal.mark(entry.id, outcome)
    root.folder.calls.log(LogLine(entry, below: rootPath, outcome: outcome).text)
    return Settlement(entry: entry.id, outcome: outcome, foreign: foreign)
  }
}

/// A file of a change that stopped halfway.
private struct HalfwayFile {
  /// Which of the change's versions stands at the path.
  enum Version {
    case old, new
    /// Neither, or nothing.
    case foreign
  }

  let path: String
  let version: Version
  private let before: SHA256
  private let name: [UInt8]
  private let names: TemporaryNames
  /// Nil when the directory is gone.
  private let folder: OpenFile?
  /// What stood at the path when it was read.
  private let present: FileStatus?

  init(
    _ file: ChangePlan.File, at real: [UInt8], in root: OpenFile, names: TemporaryNames
  ) throws(CallFailure) {
    path = file.path
    before = file.before
    self.names = names
    var parts = real.split(separator: UInt8(ascii: "/")).map(Array.init)
    name = parts.popLast() ?? []
    var folder: OpenFile? = root
    for part in parts {
      // a link in its place was none when the change began, so it leads elsewhere now
      guard let above = folder, try above.statusIfPresent(of: part)?.kind == .folder else {
        folder = nil
        break
      }
      folder = try above.openFolder(part)
    }
    self.folder = folder
    present = try folder?.statusIfPresent(of: name)
    guard let folder, present?.kind == .regular else {
      version = .foreign
      return
    }
    let digest = SHA256(try folder.contents(of: name))
    version = digest == file.after ? .new : digest == file.before ? .old : .foreign
  }

  /// Puts the old version back in place of the new one.
  func putBack(_ bytes: [UInt8]) throws(CallFailure) {
    guard let folder, let present else { return }
    guard SHA256(bytes) == before else {
      throw CallFailure(call: "read", kind: .other, reason: spoken("the journal's copy is damaged"))
    }
    var source = names.old
    if try folder.statusIfPresent(of: names.old)?.kind != .regular {
      source = names.back
      try folder.remove(names.back)
      let new = try folder.open(name)
      let file = try folder.open(names.back, for: .creating)
      try file.write(bytes)
      try file.takeOver(
        try new.status(), try new.attributes(), try new.flags())
      try file.synchronize()
    }
    guard try folder.status(of: name).isUntouched(since: present) else {
      throw CallFailure(
        call: "fstat", kind: .other, reason: spoken("\(path) was changed meanwhile"))
    }
    // the old inode comes back with what a late writer may have put there
    try folder.rename(source, to: name)
    try folder.synchronize()
  }

  /// What somebody wrote to the old inode while it was replaced.
  func lateBytes() throws(CallFailure) -> [UInt8]? {
    guard let folder, let old = try folder.statusIfPresent(of: names.old), old.kind == .regular,
      try folder.statusIfPresent(of: name)?.isSameFile(as: old) != true
    else { return nil }
    let bytes = try folder.contents(of: names.old)
    return SHA256(bytes) == before ? nil : bytes
  }

  func clean() throws(CallFailure) {
    guard let folder else { return }
    for name in names.all { try folder.remove(name) }
    try folder.synchronize()
  }
}
