import Testing

/// What is drawn, on terminals of all kinds.
@Suite(.timeLimit(.minutes(15)))
struct DrawingTests {
  private func started(_ environment: [String: String]) throws -> PseudoTerminal {
    try PseudoTerminal(nil, ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  @Test(arguments: [
    ("xterm", 8), ("xterm-256color", 256), ("tmux-256color", 256), ("screen", 8), ("linux", 8),
    ("vt100", 0), ("dumb", 8), ("nonesuch", 8), ("", 8),
  ])
  func `every terminal is made the best of`(_ term: String, _ colors: Int) throws {
    let terminal = try started(["TERM": term, "LANG": "C.UTF-8"])
    #expect(terminal.shows("80x24 colors \(colors) utf8 true"))
    terminal.send(term == "linux" ? "\u{1b}[B" : "\u{1b}OB")
    #expect(terminal.shows("1 key Down"))
    terminal.send("U")
    #expect(terminal.shows("日本語|"))
    #expect(terminal.wait { $0.screen.line(4) == "│─┌…▶|" })
    #expect(terminal.screen.unknown == [])
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func `without TERM it is taken for an xterm, with a hint for one of 256 colours`() throws {
    #expect(try started([:]).shows("80x24 colors 8"))
    #expect(try started(["COLORTERM": "truecolor"]).shows("80x24 colors 256"))
    #expect(try started(["TERM": "xterm-direct", "TMUX": "x"]).shows("80x24 colors 256"))
  }

  @Test func `without descriptions the one built in does`() throws {
    let none = "/nonexistent"
    let terminal = try started([
      "TERM": "xterm-256color", "TERMINFO": none, "TERMINFO_DIRS": none, "HOME": none,
      "LANG": "C.UTF-8",
    ])
    #expect(terminal.shows("80x24 colors 256 utf8 true"))
    terminal.send("U")
    #expect(terminal.shows("日本語|"))
    terminal.send("\u{1b}OA")
    #expect(terminal.shows("2 key Up"))
    terminal.send("P")
    #expect(terminal.shows("TERMINFO is \(none)"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func `the C locale has ASCII`() throws {
    let terminal = try started(["TERM": "xterm-256color", "LANG": "C"])
    #expect(terminal.shows("utf8 false"))
    terminal.send("U")
    #expect(terminal.wait { $0.screen.line(2) == "eao|" })
    #expect(terminal.wait { $0.screen.line(1) == "? ? ? |" })
    #expect(terminal.sent.allSatisfy { $0 < 0x80 })
  }

  @Test func `a locale that is not installed still means UTF-8`() throws {
    #expect(try started(["TERM": "xterm", "LANG": "xx_YY.UTF-8"]).shows("utf8 true"))
  }

  @Test func `wide characters and marks keep their columns`() throws {
    let terminal = try started(["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    #expect(terminal.shows("80x24"))
    let first = ["日本語|", "e\u{301}a\u{308}o\u{323}\u{302}|", "한|국|어|", "│─┌…▶|", "ａ|ｂ|"]
    let second = ["x日本語|", "áäộ|", "|한국어", "▶│─┌…|", "|ａｂ"]
    for (key, lines) in [("U", first), ("V", second), ("U", first), ("L", first)] {
      terminal.send(key)
      #expect(terminal.wait { $0.screen.text.contains(" key \(key)") })
      #expect(terminal.wait { terminal in (1...5).map(terminal.screen.line) == lines })
    }
    #expect(terminal.screen.unknown == [])
  }

  @Test func `256 colours are shown as they are, and 8 as far as there is room for pairs`() throws {
    for (term, depth) in [("xterm-256color", 256), ("xterm", 8)] {
      let terminal = try started(["TERM": term, "LANG": "C.UTF-8"])
      #expect(terminal.shows("colors \(depth)"))
      terminal.send("C")
      #expect(terminal.shows("1 key C"))
      let row = terminal.screen.places[2]
      #expect(row[10...50].allSatisfy { $0.text == "x" })
      #expect(row[10].attributes.foreground == 0)
      #expect(row[13].attributes.foreground == 3)
      #expect(row[13].attributes.background == 1)
      #expect(row[22].attributes.foreground == (depth == 256 ? 12 : 4))
      #expect(row[22].attributes.isBold == (depth == 8))
      #expect(terminal.screen.places[0][0].attributes.background == 4)
      terminal.send("Cj")
      #expect(terminal.shows("3 key j"))
      #expect(terminal.screen.places[0][0].attributes.foreground == 1)
    }
  }

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "screen", "linux"])
  func `attributes change without a word of line drawing`(_ term: String) throws {
    let terminal = try started(["TERM": term, "LANG": "C.UTF-8"])
    #expect(terminal.shows("80x24"))
    let before = terminal.sent.count
    terminal.send("C")
    #expect(terminal.shows("1 key C"))
    terminal.send("Uj")
    #expect(terminal.shows("3 key j"))
    let frame = terminal.sent[before...]
    #expect(frame.contains(0x1b))
    #expect(!frame.contains(0x0e) && !frame.contains(0x0f))
    #expect(!frame.indices.contains { frame[$0...].starts(with: [0x1b, UInt8(ascii: "(")]) })
  }

  @Test func `what is shown already is not sent again`() throws {
    let terminal = try started(["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    #expect(terminal.shows("80x24"))
    terminal.send("U")
    #expect(terminal.shows("1 key U"))
    let before = terminal.sent.count
    terminal.send("j")
    #expect(terminal.shows("2 key j"))
    while terminal.pump(milliseconds: 50) {}
    #expect(terminal.sent.count - before < 100)
  }
}
