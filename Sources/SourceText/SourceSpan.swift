/// A half-open range of byte offsets in one file.
///
/// Trees are full of them, so an offset has four bytes; files are never larger than that allows.
package struct SourceSpan: Sendable, Hashable {
  private let start: UInt32
  private let end: UInt32

  package init(_ lower: Int, _ upper: Int) {
    start = UInt32(clamping: lower)
    end = UInt32(clamping: upper)
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
