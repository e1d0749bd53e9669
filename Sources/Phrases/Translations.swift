import CPhrases

/// What the texts of the program are in another language.
package struct Translations: Sendable {
  /// A text and its translation, as the file has them.
  package struct Entry: Sendable {
    /// The text in English.
    package let pattern: String
    /// The text in the other language.
    package let translation: String
    /// The 1-based line.
    package let line: Int
  }

  /// The German texts, read when the first one is asked for.
  package static let german = Translations(germanEntries())

  /// Every entry of the German catalogue, in its order.
  package static func germanEntries() -> [Entry] {
    let text = UnsafeBufferPointer(start: jailscope_german(), count: jailscope_german_size())
    return entries(of: Array(text))
  }

  private var templates: [String: String] = [:]

  init(_ entries: [Entry]) {
    templates.reserveCapacity(entries.count)
    for entry in entries { templates[entry.pattern] = entry.translation }
  }

  subscript(pattern: String) -> Template? { templates[pattern].map { Template($0) } }

  /// Reads a catalogue: a line with the English text, and below it one with `= ` and its translation.
  ///
  /// Lines that begin with `#` and empty ones are for people. A text that begins or ends with a blank
  /// stands in double quotes, and a line break in it is written `\n`.
  package static func entries(of bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    var pattern = ""
    // bytes, not characters, as it is read whenever the program begins to speak
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.starts(with: "= ".utf8) || line.elementsEqual("=".utf8) {
        entries.append(
          Entry(pattern: pattern, translation: content(line.dropFirst(2)), line: index + 1))
      } else if let first = line.first, first != UInt8(ascii: "#") {
        pattern = content(line)
      }
    }
    return entries
  }

  private static func content(_ line: ArraySlice<UInt8>) -> String {
    let quote = UInt8(ascii: "\"")
    let isQuoted = line.count > 1 && line.first == quote && line.last == quote
    let bytes = isQuoted ? line.dropFirst().dropLast() : line
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "\\")) else { return text }
    return text.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }
}
