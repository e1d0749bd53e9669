/// Where something is written: a path on the host and the bytes of it there.
package struct Place: Sendable, Hashable {
  /// The file's path on the host.
  package let path: String
  /// The bytes in it.
  package let span: SourceSpan

  package init(path: String, span: SourceSpan) {
    self.path = path
    self.span = span
  }
}
