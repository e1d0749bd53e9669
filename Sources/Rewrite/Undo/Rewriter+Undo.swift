import Phrases
import SourceText

/// Taking changes back. An undoing is a change of its own, and can be undone like any other.
extension Rewriter {
  /// All entries with what became of them, the oldest first.
  package func records() throws(RewriteFailure) -> [JournalRecord] {
    let journal = journal
    return try at(spoken("the journal"), spoken("read it")) { () throws(CallFailure) in
      try journal.records()
    }
  }

  /// Undoes an entry, or the last change that can be undone.
  package func undo(_ id: String? = nil) throws(UndoFailure) -> Rewritten {
    let (entry, plan) = try undoing(id)
    do throws(RewriteFailure) {
      return try apply(plan, undoing: entry)
    } catch {
      throw .rewrite(error)
    }
  }

  /// The entry that is to be undone, and the plan that does it.
  package func undoing(
    _ id: String? = nil
  ) throws(UndoFailure) -> (entry: String, plan: ChangePlan) {
    let records: [JournalRecord]
    do throws(RewriteFailure) { records = try self.records() } catch { throw .rewrite(error) }
    guard let id = id ?? records.lastUndoable,
      let record = records.first(where: { $0.id == id }), let entry = record.entry
    else { throw .noEntry(id) }
    guard record.outcome == .done else { throw .notDone(id, record.outcome) }
    if let other = records.undoing(id) { throw .alreadyUndone(id, by: other) }
    var files: [ChangePlan.File] = []
    var misfits: [ThreeVersions] = []
    for index in entry.plan.files.indices {
      let versions: ThreeVersions
      do throws(RewriteFailure) {
        versions = try self.versions(entry, index)
      } catch {
        throw .rewrite(error)
      }
      if let file = versions.undone(entry.plan.files[index].edits) {
        files.append(file)
      } else {
        misfits.append(versions)
      }
    }
    guard misfits.isEmpty else { throw .changedSince(id, misfits) }
    // the last file changed is the first to go back
    return (id, ChangePlan(reasons: ["Undo \(id)"], files: files.reversed()))
  }

  private func versions(
    _ entry: JournalEntry, _ index: Int
  ) throws(RewriteFailure) -> ThreeVersions {
    let journal = journal
    let file = entry.plan.files[index]
    guard
      try at(
        spoken("the journal"), spoken("read \(entry.id)"),
        { () throws(CallFailure) in
          try !journal.versions(of: entry.id).isEmpty
        })
    else {
      throw .refused(path: file.path, reason: spoken("the journal keeps what it was no longer"))
    }
    let (before, after) = try at(spoken("the journal"), spoken("read \(entry.id)")) {
      () throws(CallFailure) in
      (
        try journal.image(entry.id, index, "before"), try journal.image(entry.id, index, "after")
      )
    }
    guard SHA256(before) == file.before, SHA256(after) == file.after else {
      throw .refused(path: file.path, reason: spoken("the journal's copy of it is damaged"))
    }
    let place = try root.locate(file.path)
    guard place.real == entry.realPaths[index] else {
      throw .refused(path: file.path, reason: spoken("it leads to another file than it did"))
    }
    let current = try at(file.path, spoken("read it")) { () throws(CallFailure) in
      try place.folder.contents(of: place.name)
    }
    return ThreeVersions(path: file.path, before: before, after: after, current: current)
  }
}

extension ThreeVersions {
  /// What leads from the current file back to one without these edits of the old file.
  fileprivate func undone(_ edits: EditSet) -> ChangePlan.File? {
    guard let inverse = try? edits.inverted(on: before),
      let moved = current == after ? inverse : inverse.moved(from: after, to: current)
    else { return nil }
    return try? ChangePlan.File(path: path, bytes: current, edits: moved)
  }
}
