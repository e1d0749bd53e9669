/// A half-open range of byte offsets in one file.
package struct SourceSpan: Sendable, Hashable {
  // half the size of the usual number, as trees of large files are mostly spans
  private let start: Int32
  private let end: Int32

  package init(_ lower: Int, _ upper: Int) {
    start = Int32(clamping: lower)
    end = Int32(clamping: upper)
  }

  /// The first byte.
  package var lower: Int { Int(start) }

  /// The byte behind the last.
  package var upper: Int { Int(end) }

  /// The number of bytes covered.
  package var count: Int { upper - lower }

  /// The same range for subscripting the file's bytes.
  package var range: Range<Int> { lower..<max(lower, upper) }
}
