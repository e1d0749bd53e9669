/// Where something is written: a path on the host and the bytes of it there.
package struct Place: Sendable, Hashable {
  package let path: String
  package let span: SourceSpan

  package init(path: String, span: SourceSpan) {
    self.path = path
    self.span = span
  }
}
