import Phrases

/// Why a change can't be undone; nothing is changed then, but for what `.rewrite` says.
package enum UndoFailure: Error, Sendable, Equatable {
  /// The journal has no such entry, or none that can be undone.
  case noEntry(String?)
  /// The change was not made, so there is nothing to undo.
  case notDone(String, JournalEntry.Outcome)
  /// It is undone already, by this entry.
  case alreadyUndone(String, by: String)
  /// Where the change was made, the files have been changed since.
  case changedSince(String, [ThreeVersions])
  /// The files could not be written.
  case rewrite(RewriteFailure)

  /// One clause for a person.
  package var message: String {
    switch self {
    case .noEntry(let id?): spoken("the journal has no entry \(id)")
    case .noEntry(nil): spoken("the journal has nothing to undo")
    case .notDone(let id, let outcome):
      spoken("\(id) was not made: \(outcome.rawValue.lowercased())")
    case .alreadyUndone(let id, let other): spoken("\(id) is undone already, by \(other)")
    case .changedSince(let id, let files):
      spoken("cannot undo \(id): changed since: \(files.map(\.path).joined(separator: ", "))")
    case .rewrite(let failure): failure.message
    }
  }
}

/// A file that an undoing doesn't fit, as it was, as the change left it and as it is.
package struct ThreeVersions: Sendable, Equatable {
  /// Its path on the host.
  package let path: String
  /// Before the change.
  package let before: [UInt8]
  /// Behind the change.
  package let after: [UInt8]
  /// Now.
  package let current: [UInt8]
}
