/// Splits a text at blanks, tabs and newlines, as the shell does with what an expansion yields; no
/// other white space that Unicode knows separates words there.
package func shellWords(_ text: String) -> [String] {
  var words: [String] = []
  forEachShellWord(text) { words.append($0) }
  return words
}

/// Calls `body` with each word of a text that blanks, tabs and newlines separate.
func forEachShellWord(_ text: String, _ body: (String) -> Void) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    for index in 0...bytes.count {
      let ends =
        index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09
        || bytes[index] == 0x0a
      guard ends else { continue }
      if index > start { body(String(decoding: bytes[start..<index], as: UTF8.self)) }
      start = index + 1
    }
  }
}
