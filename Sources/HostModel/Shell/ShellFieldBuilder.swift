/// Makes fields of the pieces that the expansion of words yields (FreeBSD `bin/sh/expand.c`).
struct ShellFieldBuilder {
  /// A piece of a field.
  struct Piece {
    let text: String
    /// Protected from file name expansion.
    let isQuoted: Bool
  }

  private(set) var fields: [[Piece]] = []
  /// Why the fields aren't known, if they aren't.
  private(set) var unknown: String?
  /// The bytes of all pieces together.
  private(set) var size = 0
  private let separators: [UInt8]
  private var open: [Piece]?
  private var endedAtBlank = false

  /// - Parameter separators: the value of `IFS`.
  init(separators: String) {
    self.separators = separators.utf8.filter { $0 < 0x80 }
  }

  mutating func append(_ text: String, isQuoted: Bool) {
    if open == nil { open = [] }
    open?.append(Piece(text: text, isQuoted: isQuoted))
    endedAtBlank = false
    size += text.utf8.count
  }

  /// Adds the value of an expansion, which is split unless it is quoted.
  mutating func append(_ value: ExpandedText, isQuoted: Bool) {
    unknown = unknown ?? value.unknown
    if isQuoted { append(value.text, isQuoted: true) } else { split(value.text) }
  }

  mutating func split(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if separators.contains(byte) {
        separate(byte)
        rest.removeFirst()
      } else {
        let run = rest.prefix { !separators.contains($0) }
        append(String(decoding: run, as: UTF8.self), isQuoted: false)
        rest = rest.dropFirst(run.count)
      }
    }
  }

  /// Blanks around any other separator belong to it; two of the others make an empty field.
  private mutating func separate(_ byte: UInt8) {
    let isBlank = " \t\n".utf8.contains(byte)
    if open != nil {
      endField()
      endedAtBlank = isBlank
    } else if !isBlank {
      if !endedAtBlank { fields.append([]) }
      endedAtBlank = false
    }
  }

  /// Ends a field within a word, as between the arguments of `"$@"`.
  mutating func endField() {
    if let open { fields.append(open) }
    open = nil
  }

  mutating func endWord() {
    endField()
    endedAtBlank = false
  }

  mutating func lose(_ reason: String) {
    unknown = unknown ?? reason
  }
}
