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
    try at("the journal", "read it") { () throws(CallFailure) in
      do throws(CallFailure) {
        var folder = OpenFile(calls, owning: try calls.openFolder(path: state ?? root))
        let names = state == nil ? StateFolder.usualPath.map { Array($0.utf8) } : []
        for name in names + [Journal.name] { folder = try folder.openFolder(name) }
        return try Journal(reading: folder).records()
      } catch {
        guard error.kind == .missing else { throw error }
        return []
      }
    }
  }
}
