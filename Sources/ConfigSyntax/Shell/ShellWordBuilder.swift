import SourceText

/// Collects the parts of a word, joining neighbouring text of the same quoting into one part.
struct ShellWordBuilder {
  private(set) var parts: [ShellWordPart] = []
  private let bytes: [UInt8]
  private let enclosing: SourceSpan?
  /// Some text is collected that isn't a part yet.
  private var isOpen = false
  private var isQuoted = false
  private var lower = 0
  private var upper = 0
  /// The text so far, where it differs from the bytes of the file.
  private var rewritten: [UInt8]?

  init(bytes: [UInt8], enclosing: SourceSpan?) {
    self.bytes = bytes
    self.enclosing = enclosing
  }

  /// Adds bytes that stand for themselves.
  mutating func add(_ range: Range<Int>, quoted: Bool) {
    if isOpen, isQuoted == quoted, upper == range.lowerBound {
      rewritten?.append(contentsOf: bytes[range])
    } else {
      flush()
      isOpen = true
      isQuoted = quoted
      lower = range.lowerBound
    }
    upper = range.upperBound
  }

  /// Adds the bytes that an escape sequence stands for.
  mutating func add(_ text: some Collection<UInt8>, for range: Range<Int>, quoted: Bool) {
    add(range.lowerBound..<range.lowerBound, quoted: quoted)
    if rewritten == nil { rewritten = Array(bytes[lower..<upper]) }
    rewritten?.append(contentsOf: text)
    upper = range.upperBound
  }

  /// Passes over an escaped newline, which neither ends the text nor belongs to it.
  mutating func skip(_ range: Range<Int>) {
    guard isOpen, upper == range.lowerBound else { return }
    if rewritten == nil { rewritten = Array(bytes[lower..<upper]) }
    upper = range.upperBound
  }

  /// Adds a part other than text.
  mutating func add(_ part: ShellWordPart) {
    flush()
    parts.append(part)
  }

  /// Adds what stands between quotes as a part of its own, for even an empty one makes a word.
  mutating func addQuotes(_ range: Range<Int>) {
    add(range, quoted: true)
    flush()
  }

  /// Makes a part of the text collected so far.
  mutating func flush() {
    guard isOpen else { return }
    isOpen = false
    let text =
      rewritten.map { String(decoding: $0, as: UTF8.self) }
      ?? String(decoding: bytes[lower..<upper], as: UTF8.self)
    rewritten = nil
    let span = enclosing ?? SourceSpan(lower, upper)
    parts.append(isQuoted ? .quoted(text, span) : .literal(text, span))
  }
}
