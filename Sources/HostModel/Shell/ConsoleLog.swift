/// What appears on the console, line by line, as programs write pieces of it.
package struct ConsoleLog: Sendable {
  /// The lines that ended.
  package private(set) var lines: [String] = []
  private var open = ""

  package init() {}

  /// Writes text as a program does; newlines in it end lines.
  package mutating func write(_ text: String) {
    guard text.utf8.contains(0x0a) else {
      if open.isEmpty { open = text } else { open += text }
      return
    }
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: 0x0a) {
      lines.append(open + String(Substring(rest[..<end])))
      open = ""
      rest = rest[rest.index(after: end)...]
    }
    open += Substring(rest)
  }

  /// Writes a whole line.
  package mutating func line(_ text: String) {
    if open.isEmpty, !text.utf8.contains(0x0a) { return lines.append(text) }
    write(text)
    lines.append(open)
    open = ""
  }

  /// Everything written, with a last line that was never ended.
  package var allLines: [String] { open.isEmpty ? lines : lines + [open] }

  /// Adds what another log holds.
  package mutating func append(_ other: ConsoleLog) {
    if let first = other.lines.first {
      line(first)
      lines += other.lines.dropFirst()
    }
    write(other.open)
  }
}
