/// What a path on the host leads to, as stat(2) would tell it there.
package enum PathKind: Sendable, Equatable {
  /// A directory that exists; whether it may be listed is not asked.
  case directory
  /// Something, but no directory.
  case other
  /// Nothing, or a link to nothing.
  case missing
  /// It cannot be told; the text says why, as a person reads it.
  case unknown(String)
}
