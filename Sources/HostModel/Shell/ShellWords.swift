/// Splits a text at blanks, tabs and newlines, as the shell does with what an expansion yields; no
/// other white space that Unicode knows separates words there.
package func shellWords(_ text: String) -> [String] {
  var words: [String] = []
  forEachShellWord(text) { words.append($0) }
  return words
}

/// Calls `body` with each word of a text that blanks, tabs and newlines separate.
func forEachShellWord(_ text: String, _ body: (String) -> Void) {
  let view = text.utf8
  view.span.forEachShellWord { body($0.text) }
}

extension Span<UInt8> {
  /// Hands on the words of bytes, in order.
  func forEachShellWord(_ body: (Span<UInt8>) -> Void) {
    var start = 0
    for index in indices {
      switch self[index] {
      case 0x20, 0x09, 0x0a:
        if index > start { body(extracting(start..<index)) }
        start = index + 1
      default: break
      }
    }
    if count > start { body(extracting(start...)) }
  }
}
