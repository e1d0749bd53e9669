import CellGrid
import Testing

@testable import Terminal

/// Keys out of bytes and the time between them, in milliseconds.
struct KeyDecoderTests {
  private static let delay: Int64 = 100

  /// What parts of input come to, each so long after the one before; in between nothing came.
  private static func events(_ parts: [(after: Int64, text: String)]) -> [TerminalEvent] {
    var decoder = KeyDecoder(escapeDelay: delay)
    var now: Int64 = 1000
    var events: [TerminalEvent] = []
    for part in parts {
      if let deadline = decoder.deadline, deadline <= now + part.after {
        events += decoder.expire(at: deadline)
      }
      now += part.after
      events += decoder.feed(part.text.utf8, at: now)
    }
    return events + (decoder.deadline.map { decoder.expire(at: $0) } ?? [])
  }

  private static func keys(_ text: String) -> [TerminalEvent] { events([(0, text)]) }

  @Test(arguments: [
    ("q", "q"), ("Q", "Q"), (" ", "Space"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"),
    ("\u{7f}", "Backspace"), ("\u{8}", "Backspace"), ("\u{c}", "Ctrl-L"), ("\u{1b}", "Esc"),
    ("\u{1b}[A", "Up"), ("\u{1b}OA", "Up"), ("\u{1b}OB", "Down"), ("\u{1b}[1;5C", "Right"),
    ("\u{1b}[D", "Left"), ("\u{1b}[H", "Home"), ("\u{1b}OF", "End"), ("\u{1b}[1~", "Home"),
    ("\u{1b}[8~", "End"), ("\u{1b}[5~", "PgUp"), ("\u{1b}[6~", "PgDn"), ("\u{1b}[2~", "Ins"),
    ("\u{1b}[3~", "Del"), ("\u{1b}[Z", "Shift-Tab"), ("\u{1b}OP", "F1"), ("\u{1b}[[C", "F3"),
    ("\u{1b}[24~", "F12"), ("\u{1b}Oq", "1"), ("\u{1b}OM", "Enter"), ("é", "é"), ("日", "日"),
    ("🂡", "🂡"),
  ])
  func `a key has its name`(_ sent: String, _ name: String) throws {
    #expect(Self.keys(sent) == [.key(try #require(Key(name: name)))])
  }

  @Test(arguments: [
    "\u{1b}q", "\u{1b}[99~", "\u{1b}[1;5Q", "\u{1b}é", "\u{1b}[I", "\u{1b}[?62;1c", "\u{1b}[3;9u",
    "\u{1b}]11;rgb:0000/0000/0000\u{7}", "\u{1b}]52;c;cQ==\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\",
    "\u{0}", "\u{1b}[3$", "\u{1b}\r", "\u{1b}[200~",
  ])
  func `what is no key does nothing`(_ sent: String) {
    let known: Set<TerminalEvent> = [.key(.delete), .key(.function(2))]
    #expect(Set(Self.keys(sent)).isSubset(of: known))
    #expect(!Self.keys(sent + "\u{1b}[201~").contains(.key(.character("q"))))
  }

  @Test func `keys that come together are told apart`() {
    let down = TerminalEvent.key(.down)
    #expect(
      Self.keys("j\u{1b}OBé\u{1b}[Bk").map(\.self) == [
        .key(.character("j")), down, .key(.character("é")), down, .key(.character("k")),
      ])
  }

  @Test(arguments: [1, 25, 60, 99, 150, 299, 450] as [Int64])
  func `an arrow in two parts is an arrow or an Esc, and never letters`(_ gap: Int64) {
    for (first, rest) in [("\u{1b}", "[B"), ("\u{1b}", "OB"), ("\u{1b}[", "B"), ("\u{1b}O", "B")] {
      let events = Self.events([(0, first), (gap, rest), (1000, "j")])
      let key = first.count > 1 || gap < Self.delay ? Key.down : .escape
      #expect(events == [.key(key), .key(.character("j"))])
    }
  }

  @Test func `an arrow in three parts that come late does nothing but the Esc`() {
    #expect(
      Self.events([(0, "\u{1b}"), (200, "["), (300, "B"), (0, "j")])
        == [.key(.escape), .key(.character("j"))])
  }

  @Test func `after an Esc and a while a bracket is a key`() {
    #expect(
      Self.events([(0, "\u{1b}"), (600, "["), (0, "O")])
        == [.key(.escape), .key(.character("[")), .key(.character("O"))])
    #expect(
      Self.events([(0, "\u{1b}"), (200, "j"), (10, "O")])
        == [.key(.escape), .key(.character("j")), .key(.character("O"))])
  }

  @Test func `while the program was busy an Esc and a letter were two keys, an arrow is one`() {
    var decoder = KeyDecoder(escapeDelay: Self.delay)
    #expect(decoder.feed("\u{1b}".utf8, at: 0) == [])
    #expect(decoder.feed("j".utf8, at: 400) == [.key(.escape), .key(.character("j"))])
    #expect(decoder.feed("\u{1b}".utf8, at: 1000) == [])
    #expect(decoder.feed("[B".utf8, at: 1400) == [.key(.down)])
  }

  @Test func `a character in two parts is one`() {
    #expect(Self.keys("日") == [.key(.character("日"))])
    var decoder = KeyDecoder(escapeDelay: Self.delay)
    #expect(decoder.feed([0xe6, 0x97], at: 0) == [])
    #expect(decoder.feed([0xa5], at: 300) == [.key(.character("日"))])
    #expect(
      decoder.feed([0xe6, UInt8(ascii: "j"), 0xff, 0x80], at: 400) == [.key(.character("j"))])
  }

  @Test(arguments: [0, 60, 400] as [Int64])
  func `pasted text is text, however it comes`(_ gap: Int64) {
    let pasted = "\u{1b}[200~W\ry\u{1b}[A\n\r\nqé\u{1b}[201~"
    let parts = pasted.map { (gap, String($0)) }
    let text = "W\ny\u{1b}[A\nqé"
    let late: [TerminalEvent] = gap > Self.delay ? [.key(.escape)] : []
    #expect(Self.events(parts) == late + [.paste(text)])
  }

  @Test func `a paste without end is bounded, and its end is still seen`() throws {
    let long = String(repeating: "q", count: 3 * KeyDecoder.longestPaste)
    let events = Self.keys("\u{1b}[200~" + long + "\u{1b}[201~j")
    guard case .paste(let text)? = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= KeyDecoder.longestPaste)
    #expect(events.last == .key(.character("j")))
    #expect(events.count == 2)
  }

  @Test func `the mouse is told in both codings`() {
    let click = TerminalEvent.click(row: 2, column: 4)
    #expect(Self.keys("\u{1b}[<0;5;3M\u{1b}[<0;5;3m") == [click])
    #expect(Self.keys("\u{1b}[M %#\u{1b}[M#%#") == [click])
    #expect(Self.keys("\u{1b}[<64;5;3M") == [.wheel(row: 2, column: 4, lines: -3)])
    #expect(Self.keys("\u{1b}[<69;300;3M") == [.wheel(row: 2, column: 299, lines: 3)])
    #expect(Self.keys("\u{1b}[<2;5;3M\u{1b}[<35;5;3M\u{1b}[<66;5;3M\u{1b}[<0;0;0M\u{1b}[<1M") == [])
  }

  @Test func `the description of the terminal comes first`() {
    var decoder = KeyDecoder(escapeDelay: Self.delay) {
      $0 == Array("\u{1b}[M".utf8) ? .function(1) : nil
    }
    #expect(decoder.feed("\u{1b}[M\u{1b}[B".utf8, at: 0) == [.key(.function(1)), .key(.down)])
  }

  @Test func `no bytes make it stop`() {
    var decoder = KeyDecoder(escapeDelay: Self.delay)
    var random = SystemRandomNumberGenerator()
    let likely = Array("\u{1b}[]O<;?0123456789MmABHZ~$P\u{7}\\".utf8)
    for time in 0..<20_000 {
      let byte =
        Bool.random(using: &random)
        ? likely[Int.random(in: 0..<likely.count, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
      _ = decoder.feed([byte], at: Int64(time))
      _ = decoder.expire(at: Int64(time))
    }
    // whatever it is in the middle of, this ends it
    _ = decoder.feed("\u{1b}[201~\u{7}\u{18}".utf8, at: 30_000)
    #expect(decoder.feed("zj".utf8, at: 40_000).last == .key(.character("j")))
  }
}
