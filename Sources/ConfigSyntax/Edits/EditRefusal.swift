package import SourceText

/// Why a setting can't be changed where it stands without a risk to what it means.
package struct EditRefusal: Error, Sendable, Equatable {
  /// One clause for a person: `the value is made by an expansion`.
  package let reason: String
  /// What stands in the way, as far as it is in the file.
  package let span: SourceSpan?

  package init(_ reason: String, at span: SourceSpan? = nil) {
    self.reason = reason
    self.span = span
  }
}

/// Which values an editor may put others in place of.
package enum ReplaceableValue: Sendable {
  /// Only what is plainly written: quotes and escapes, and nothing that sh(1) expands.
  case plain
  /// Also what is expanded, unless expanding it does more than give a value.
  case computed
}
