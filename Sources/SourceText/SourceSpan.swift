/// A half-open range of byte offsets in one file.
package struct SourceSpan: Sendable, Hashable {
  /// The first byte.
  package let lower: Int
  /// The byte behind the last.
  package let upper: Int

  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The number of bytes covered.
  package var count: Int { upper - lower }

  /// The same range for subscripting the file's bytes.
  package var range: Range<Int> { lower..<max(lower, upper) }
}
