/// How a change that had stopped halfway was settled.
package struct Settlement: Sendable, Equatable {
  /// The journal's entry.
  package let entry: String
  /// How it ended now.
  package let outcome: JournalEntry.Outcome
  /// The files that somebody else has changed since; they stay as they are.
  package let foreign: [String]
}
