/// What appears on the console, line by line, as programs write pieces of it.
package struct ConsoleLog: Sendable {
  /// A line that ended, in the pieces it is put together of when somebody reads it: what a large
  /// host says of its jails is read by few.
  private enum Line: Sendable {
    case text(String)
    /// What jail(8) tells of a jail, by its name.
    case notice(String, String)
    /// The same of what it complains about.
    case complaint(String, String)

    var text: String {
      switch self {
      case .text(let text): text
      case .notice(let jail, let message): "\(jail): \(message)"
      case .complaint(let jail, let message): "jail: \(jail): \(message)"
      }
    }

    var hasNewline: Bool {
      switch self {
      case .text(let text): text.utf8.contains(0x0a)
      case .notice(let jail, let message), .complaint(let jail, let message):
        jail.utf8.contains(0x0a) || message.utf8.contains(0x0a)
      }
    }
  }

  private var ended: [Line] = []
  private var open = ""

  package init() {}

  /// The lines that ended.
  package var lines: [String] { ended.map(\.text) }

  /// The first of them.
  var firstLine: String? { ended.first?.text }

  /// Writes text as a program does; newlines in it end lines.
  package mutating func write(_ text: String) {
    guard text.utf8.contains(0x0a) else {
      if open.isEmpty { open = text } else { open += text }
      return
    }
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: 0x0a) {
      ended.append(.text(open + String(Substring(rest[..<end]))))
      open = ""
      rest = rest[rest.index(after: end)...]
    }
    open += Substring(rest)
  }

  /// Writes a whole line.
  package mutating func line(_ text: String) { line(.text(text)) }

  /// Writes the line `JAIL: MESSAGE`.
  mutating func notice(_ jail: String, _ message: String) { line(.notice(jail, message)) }

  /// Writes the line `jail: JAIL: MESSAGE`.
  mutating func complaint(_ jail: String, _ message: String) { line(.complaint(jail, message)) }

  private mutating func line(_ line: Line) {
    if open.isEmpty, !line.hasNewline { return ended.append(line) }
    write(line.text)
    ended.append(.text(open))
    open = ""
  }

  /// Everything written, with a last line that was never ended.
  package var allLines: [String] { open.isEmpty ? lines : lines + [open] }

  /// Adds what another log holds.
  package mutating func append(_ other: ConsoleLog) {
    if let first = other.ended.first {
      line(first)
      ended += other.ended.dropFirst()
    }
    write(other.open)
  }
}
