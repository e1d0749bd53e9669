import CellGrid

/// Turns the bytes of a terminal into events, as they come and with the time they took.
///
/// What begins like a sequence never ends as a command: a part that a slow link holds back is waited
/// for, one that comes after its Esc was taken for the key is dropped, and so is what is not known.
struct KeyDecoder {
  /// How long an Esc may be the beginning of something, in milliseconds.
  let escapeDelay: Int64
  /// The key that this terminal's own description has a sequence for.
  let described: ([UInt8]) -> Key?

  /// Until so long after an Esc that was taken for the key, the rest of a sequence is known as such.
  static let lateness: Int64 = 500
  /// Strings that nobody asked for may pause so long, in milliseconds.
  static let stringPause: Int64 = 100
  static let longestPaste = 1 << 16

  private enum State {
    case ground
    case escape(since: Int64)
    /// ESC and `[` or `O`, with what followed.
    case sequence([UInt8], isLate: Bool)
    /// A click in the old coding, whose three bytes follow.
    case oldMouse([UInt8], isLate: Bool)
    /// An answer to a question nobody here asked.
    case string(last: Int64)
    case paste([UInt8])
    case character([UInt8], length: Int, isDropped: Bool)
  }

  private var state = State.ground
  /// When the last Esc came that was taken for the key.
  private var lastEscape: Int64?

  init(escapeDelay: Int64, described: @escaping ([UInt8]) -> Key? = { _ in nil }) {
    self.escapeDelay = escapeDelay
    self.described = described
  }

  /// When `expire` has something to say; nil when only bytes can.
  var deadline: Int64? {
    if case .escape(let since) = state { since + escapeDelay } else { nil }
  }

  /// What is certain now that nothing more has come.
  mutating func expire(at now: Int64) -> [TerminalEvent] {
    guard case .escape(let since) = state, now >= since + escapeDelay else { return [] }
    state = .ground
    lastEscape = since
    return [.key(.escape)]
  }

  /// What the next bytes mean together with those before.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes { take(byte, now, &events) }
    return events
  }

  private mutating func take(_ byte: UInt8, _ now: Int64, _ events: inout [TerminalEvent]) {
    switch state {
    case .ground: begin(byte, now, &events)
    case .escape(let since): escaped(byte, since, now, &events)
    case .sequence(let bytes, let isLate): extend(bytes, byte, isLate, now, &events)
    case .oldMouse(let bytes, let isLate): clicked(bytes + [byte], isLate, &events)
    case .string(let last): skip(byte, last, now, &events)
    case .paste(let bytes): paste(bytes, byte, &events)
    case .character(let bytes, let length, let isDropped):
      complete(bytes, byte, length, isDropped, now, &events)
    }
  }

  private mutating func begin(_ byte: UInt8, _ now: Int64, _ events: inout [TerminalEvent]) {
    let isLate = lastEscape.map { now - $0 <= Self.lateness } ?? false
    lastEscape = nil
    switch byte {
    case 0x1b: state = .escape(since: now)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      if isLate {
        state = .sequence([0x1b, byte], isLate: true)
      } else {
        events.append(.key(.character(Character(Unicode.Scalar(byte)))))
      }
    case 0x20...0x7e: events.append(.key(.character(Character(Unicode.Scalar(byte)))))
    case 0xc2...0xf4: state = .character([byte], length: Self.length(byte), isDropped: false)
    case 0x80...: break
    default: if let key = Self.control(byte) { events.append(.key(key)) }
    }
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7f: .backspace
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  private mutating func escaped(
    _ byte: UInt8, _ since: Int64, _ now: Int64, _ events: inout [TerminalEvent]
  ) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence([0x1b, byte], isLate: false)
    case 0x1b: state = .escape(since: now)
    case _ where now >= since + escapeDelay:
      // the program was busy, and these are two keys
      events.append(.key(.escape))
      begin(byte, now, &events)
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(last: now)
    case 0xc2...0xf4: state = .character([byte], length: Self.length(byte), isDropped: true)
    default: break
    }
  }

  private mutating func extend(
    _ bytes: [UInt8], _ byte: UInt8, _ isLate: Bool, _ now: Int64, _ events: inout [TerminalEvent]
  ) {
    let isControlSequence = bytes[1] == UInt8(ascii: "[")
    let whole = bytes.count < 64 ? bytes + [byte] : bytes
    switch byte {
    case 0x1b: state = .escape(since: now)
    case UInt8(ascii: "[") where isControlSequence && bytes.count == 2:
      state = .sequence(whole, isLate: isLate)
    case UInt8(ascii: "M") where isControlSequence && bytes.count == 2 && described(whole) == nil:
      state = .oldMouse([], isLate: isLate)
    case UInt8(ascii: "$") where bytes.count > 2 && bytes[2] != UInt8(ascii: "?"):
      finish(whole, isLate, &events)
    case 0x20...0x3f: state = .sequence(whole, isLate: isLate)
    case 0x40...0x7e: finish(whole, isLate, &events)
    default: state = .ground
    }
  }

  private mutating func finish(
    _ sequence: [UInt8], _ isLate: Bool, _ events: inout [TerminalEvent]
  ) {
    state = .ground
    if sequence.elementsEqual("\u{1b}[200~".utf8) {
      state = .paste([])
    } else if isLate {
      return
    } else if sequence.starts(with: "\u{1b}[<".utf8) {
      mouse(sequence.dropFirst(3), &events)
    } else if let key = described(sequence) ?? KeyTable.key(of: sequence[...]) {
      events.append(.key(key))
    }
  }

  private func mouse(_ report: ArraySlice<UInt8>, _ events: inout [TerminalEvent]) {
    let numbers = KeyTable.numbers(report.dropLast())
    guard numbers.count == 3, report.last == UInt8(ascii: "M") else { return }
    mouse(button: numbers[0], row: numbers[2] - 1, column: numbers[1] - 1, &events)
  }

  private mutating func clicked(
    _ bytes: [UInt8], _ isLate: Bool, _ events: inout [TerminalEvent]
  ) {
    guard bytes.count == 3 else {
      state = .oldMouse(bytes, isLate: isLate)
      return
    }
    state = .ground
    guard !isLate else { return }
    mouse(
      button: Int(bytes[0]) - 32, row: Int(bytes[2]) - 33, column: Int(bytes[1]) - 33, &events)
  }

  /// Button 0 is the first, 64 and 65 the wheel; 4, 8 and 16 are keys that were held.
  private func mouse(button: Int, row: Int, column: Int, _ events: inout [TerminalEvent]) {
    guard button >= 0, row >= 0, column >= 0 else { return }
    switch button & ~0b11100 {
    case 0: events.append(.click(row: row, column: column))
    case 64: events.append(.wheel(row: row, column: column, lines: -3))
    case 65: events.append(.wheel(row: row, column: column, lines: 3))
    default: break
    }
  }

  private mutating func skip(
    _ byte: UInt8, _ last: Int64, _ now: Int64, _ events: inout [TerminalEvent]
  ) {
    if byte == 0x1b {
      state = .escape(since: now)
    } else if byte == 0x07 {
      state = .ground
    } else if now - last > Self.stringPause {
      state = .ground
      begin(byte, now, &events)
    } else {
      state = .string(last: now)
    }
  }

  private mutating func paste(_ bytes: [UInt8], _ byte: UInt8, _ events: inout [TerminalEvent]) {
    // one owner, so that appending copies nothing
    state = .ground
    var bytes = bytes
    bytes.append(byte)
    let end = Array("\u{1b}[201~".utf8)
    if byte == end.last, bytes.suffix(end.count).elementsEqual(end) {
      let text = String(decoding: bytes.dropLast(end.count), as: UTF8.self)
      events.append(.paste(text.split { $0.isNewline }.joined(separator: "\n")))
      return
    }
    if bytes.count > Self.longestPaste { bytes.removeFirst(bytes.count / 2) }
    state = .paste(bytes)
  }

  private mutating func complete(
    _ bytes: [UInt8], _ byte: UInt8, _ length: Int, _ isDropped: Bool, _ now: Int64,
    _ events: inout [TerminalEvent]
  ) {
    state = .ground
    guard (0x80...0xbf).contains(byte) else { return begin(byte, now, &events) }
    let bytes = bytes + [byte]
    guard bytes.count == length else {
      state = .character(bytes, length: length, isDropped: isDropped)
      return
    }
    let text = String(validating: bytes, as: UTF8.self)
    guard !isDropped, let character = text?.first else { return }
    events.append(.key(.character(character)))
  }

  private static func length(_ lead: UInt8) -> Int {
    lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  }
}
