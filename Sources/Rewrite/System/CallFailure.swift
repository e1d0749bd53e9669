/// A system call that failed.
package struct CallFailure: Error, Sendable, Equatable {
  /// What the failure means to whoever made the call.
  package enum Kind: Sendable {
    /// Nothing stands there.
    case missing
    /// Something stands there already.
    case exists
    /// A link stands there, or something else that isn't what was asked for.
    case wrongKind
    /// Anything else.
    case other
  }

  /// The call as its manual names it: `fsync`.
  package let call: String
  /// What it means.
  package let kind: Kind
  /// The system's words for it as part of a sentence: `no space left on device`.
  package let reason: String

  package init(call: String, kind: Kind, reason: String) {
    self.call = call
    self.kind = kind
    self.reason = reason
  }

  /// One clause for a person: `fsync: input/output error`.
  package var message: String { "\(call): \(reason)" }
}
