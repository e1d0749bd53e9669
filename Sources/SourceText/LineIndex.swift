/// Turns byte offsets of one file into the lines and columns people count.
package struct LineIndex: Sendable {
  private let starts: [Int]
  /// The offset up to which lines were counted.
  package let end: Int

  /// - Parameter limit: an offset behind which nobody asks for lines.
  package init(_ bytes: [UInt8], upTo limit: Int = .max) {
    var starts = [0]
    end = min(limit, bytes.count)
    let span = bytes.span.extracting(..<end)
    var start = 0
    while let end = span.offset(of: UInt8(ascii: "\n"), from: start) {
      start = end + 1
      starts.append(start)
    }
    self.starts = starts
  }

  /// The 1-based line that holds an offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 1-based column, in bytes, of an offset within its line.
  package func column(at offset: Int) -> Int {
    offset - starts[line(at: offset) - 1] + 1
  }

  /// The offset that a 1-based line starts at; nil when there is no such line.
  package func start(of line: Int) -> Int? {
    starts.indices.contains(line - 1) ? starts[line - 1] : nil
  }
}
