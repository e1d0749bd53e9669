/// A file of the host: the path it has there and its bytes, unchanged.
package struct SourceFile: Sendable, Equatable {
  /// The absolute path on the host, without the root it was read under: `/etc/rc.conf`.
  package let path: String
  /// The content, byte for byte.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The text of a span; bytes that are not UTF-8 become U+FFFD.
  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
