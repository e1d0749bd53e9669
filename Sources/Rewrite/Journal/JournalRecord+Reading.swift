import Phrases

/// Looking at a journal.
extension JournalRecord {
  /// All entries of a host's journal, the oldest first; none when it has no journal.
  ///
  /// Nothing is made, locked or settled by looking.
  ///
  /// - Parameter root: the host's root directory on this machine.
  /// - Parameter state: the directory of the journal; nil for the usual one of the host.
  package static func all(
    _ calls: any FileCalls, root: String, state: String? = nil
  ) throws(RewriteFailure) -> [JournalRecord] {
    try at(spoken("the journal"), spoken("read it")) { () throws(CallFailure) in
      do throws(CallFailure) {
        return try journal(calls, root, state).records()
      } catch {
        guard error.kind == .missing else { throw error }
        return []
      }
    }
  }

  /// The files of an entry as they were before it, by their paths on the host; none where the journal
  /// keeps them no longer.
  package static func filesBefore(
    _ id: String, _ calls: any FileCalls, root: String, state: String? = nil
  ) -> [String: [UInt8]] {
    guard let journal = try? journal(calls, root, state), let entry = try? journal.entry(id) else {
      return [:]
    }
    var files: [String: [UInt8]] = [:]
    for (index, file) in entry.plan.files.enumerated() {
      let bytes = try? journal.image(id, index, "before")
      if let bytes, SHA256(bytes) == file.before { files[file.path] = bytes }
    }
    return files
  }

  private static func journal(
    _ calls: any FileCalls, _ root: String, _ state: String?
  ) throws(CallFailure) -> Journal {
    var folder = OpenFile(calls, owning: try calls.openFolder(path: state ?? root))
    let names = state == nil ? StateFolder.usualPath.map { Array($0.utf8) } : []
    for name in names + [Journal.name] { folder = try folder.openFolder(name) }
    return Journal(reading: folder)
  }
}
