/// What came of a change that was made: every file is the new one.
package struct Rewritten: Sendable, Equatable {
  /// The journal's entry, by which it can be undone; nil when there was nothing to do.
  package let entry: String?
  /// Why it is not certain that the change outlives a power cut, or that the journal knows its end.
  package var doubt: String?
  /// What other programs wrote meanwhile and nobody else would find, by the path they wrote to: the
  /// name below the journal's directory.
  package var late: [String: String] = [:]

  /// Nothing had to be done.
  static let nothing = Rewritten(entry: nil)
}
