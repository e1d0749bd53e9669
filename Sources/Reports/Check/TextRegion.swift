import SourceText

/// A span of a file in the lines and columns that compilers count.
struct TextRegion {
  /// A position: 1-based line and column.
  struct Position: Equatable {
    let line: Int
    /// In bytes, as compilers and editors have it.
    let column: Int
    /// In characters (Unicode scalars), as SARIF wants it.
    let character: Int
  }

  /// The first byte.
  let start: Position
  /// The byte behind the last.
  let end: Position
  /// The bytes of the first line, without its end.
  let firstLine: SourceSpan

  init(_ span: SourceSpan, in file: SourceFile, _ index: LineIndex) {
    let lower = min(span.lower, file.bytes.count)
    start = Self.position(lower, in: file, index)
    end = Self.position(min(max(span.upper, lower), file.bytes.count), in: file, index)
    let begin = lower - (start.column - 1)
    let end = file.bytes[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
    firstLine = SourceSpan(begin, end)
  }

  private static func position(
    _ offset: Int, in file: SourceFile, _ index: LineIndex
  ) -> Position {
    let column = index.column(at: offset)
    let before = file.bytes[(offset - column + 1)..<offset]
    // a byte that continues a character begins none
    let characters = before.count { $0 & 0xc0 != 0x80 }
    return Position(line: index.line(at: offset), column: column, character: characters + 1)
  }
}
