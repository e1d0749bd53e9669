/// Splits a text at blanks, tabs and newlines, as the shell does with what an expansion yields.
func shellWords(_ text: String) -> [String] {
  var text = text
  return text.withUTF8 { bytes in
    var words: [String] = []
    var start = 0
    for index in 0...bytes.count {
      let ends =
        index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09
        || bytes[index] == 0x0a
      guard ends else { continue }
      if index > start { words.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
      start = index + 1
    }
    return words
  }
}
