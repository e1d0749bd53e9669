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
    return entries(of: String(decoding: text, as: UTF8.self))
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
  package static func entries(of text: String) -> [Entry] {
    var entries: [Entry] = []
    var pattern = ""
    // lines of bytes, as it is read whenever the program begins to speak
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.lazy.map({ Substring($0) }).enumerated() {
      if line.hasPrefix("= ") || line == "=" {
        entries.append(
          Entry(pattern: pattern, translation: content(line.dropFirst(2)), line: index + 1))
      } else if !line.isEmpty, !line.hasPrefix("#") {
        pattern = content(line)
      }
    }
    return entries
  }

  private static func content(_ line: Substring) -> String {
    var text = line
    if text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = text.dropFirst().dropLast()
    }
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    return text.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
  }
}
