/// An entry of the journal with what became of it.
package struct JournalRecord: Sendable {
  /// Its name.
  package let id: String
  /// The entry; nil when it is damaged or of another version.
  package let entry: JournalEntry?
  /// What became of the change.
  package let outcome: JournalEntry.Outcome
  /// It names the entry before it as that is; if not, one was taken out, put in or changed.
  package let isChained: Bool

  init(id: String, entry: JournalEntry?, outcome: JournalEntry.Outcome, digestBefore: SHA256?) {
    self.id = id
    self.entry = entry
    self.outcome = outcome
    isChained = entry.map { $0.previous == digestBefore } ?? false
  }
}

extension [JournalRecord] {
  /// The entry by which another's change was taken back, if that still holds.
  package func undoing(_ id: String) -> String? {
    // the way back can itself be undone, and so on, each by a later entry
    last { record in
      record.outcome == .done && record.entry?.undoes == id && undoing(record.id) == nil
    }?.id
  }

  /// The last undoing that still holds.
  package var lastUndoing: String? {
    last { record in
      record.outcome == .done && record.entry?.undoes != nil && undoing(record.id) == nil
    }?.id
  }

  /// The entry that made the changes of a plan, if they still hold.
  package func made(_ plan: ChangePlan) -> String? {
    last { record in
      record.outcome == .done && record.entry?.plan == plan && undoing(record.id) == nil
    }?.id
  }

  /// The last change that is neither undone nor an undoing.
  package var lastUndoable: String? {
    last { record in
      record.outcome == .done && record.entry != nil && record.entry?.undoes == nil
        && undoing(record.id) == nil
    }?.id
  }
}
