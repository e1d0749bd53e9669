/// The lines of an output, with their numbers from 1, without carriage returns at their ends.
struct OutputLine {
  let number: Int
  let text: Substring

  /// Its words, parted by blanks.
  var words: [Substring] { text.split(whereSeparator: Self.isBlank) }

  /// The text without the blanks around it.
  var trimmed: Substring {
    var rest = text.drop(while: Self.isBlank)
    while let last = rest.last, Self.isBlank(last) { rest.removeLast() }
    return rest
  }

  static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}

/// Takes an output apart into lines; bytes that are no UTF-8 become U+FFFD.
func outputLines(_ bytes: [UInt8]) -> [OutputLine] {
  var lines: [OutputLine] = []
  var number = 0
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    number += 1
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard !line.isEmpty else { continue }
    lines.append(OutputLine(number: number, text: Substring(decoding: line, as: UTF8.self)))
  }
  return lines
}

/// A text as it is shown in a problem: no longer than a line.
func excerpt(_ text: some StringProtocol) -> String {
  text.count > 60 ? "\(text.prefix(60))..." : String(text)
}
