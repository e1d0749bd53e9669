/// Bytes that take the place of a span of one file.
package struct TextEdit: Sendable, Hashable {
  /// What is replaced, in bytes of the file as it is; empty for an insertion.
  package let span: SourceSpan
  /// What stands there afterwards; empty for a deletion.
  package let replacement: [UInt8]

  package init(_ span: SourceSpan, _ replacement: [UInt8]) {
    self.span = span
    self.replacement = replacement
  }

  /// Puts bytes in place of a span.
  package static func replace(_ span: SourceSpan, with bytes: [UInt8]) -> TextEdit {
    TextEdit(span, bytes)
  }

  /// Puts bytes in front of the one at an offset.
  package static func insert(_ bytes: [UInt8], at offset: Int) -> TextEdit {
    TextEdit(SourceSpan(offset, offset), bytes)
  }

  /// Takes a span out.
  package static func delete(_ span: SourceSpan) -> TextEdit {
    TextEdit(span, [])
  }
}
