import CellGrid
import Testing

@testable import Theming

/// Which style a role gets.
struct ThemeResolvingTests {
  /// How a role looks, as theme files write it.
  private func look(
    _ role: Role, on ground: Role? = nil, _ text: String, own: [String: String] = [:],
    _ depth: ColorDepth = .direct
  ) throws -> String {
    try theme(text, own: own).resolved(for: depth).appearance(of: CellStyle(role, on: ground))
      .written(above: .standard)
  }

  @Test(arguments: [
    ("#abc", "#aabbcc"), ("#0a0B0c", "#0a0b0c"), ("5", "magenta"), ("200", "200"),
    ("bright-black", "bright-black"), ("default", "default"), ("mine", "#010203"),
    ("red", "#040506"), ("bold", "default bold"),
    (
      "red on mine bold dim italic underline reverse",
      "#040506 on #010203 bold dim italic underline reverse"
    ),
    ("", "default"),
  ])
  func `a style is written as colour, ground and attributes`(_ style: String, _ look: String) throws
  {
    let text =
      "[palette]\nmine = \"#010203\"\nred = \"#040506\"\n[style]\n\"severity.ok\" = \"\(style)\""
    #expect(try self.look(.severityOK, text) == look)
  }

  @Test(arguments: [
    ("\"severity.error\" = \"1\"\nseverity = \"2\"", "red"),
    ("severity = \"2\"", "green"),
    ("severity = \"2\"\n[style.mono]", "green"),
    ("text = \"2\"", "red bold"),
  ])
  func `the nearest name counts, then the parent's`(_ styles: String, _ look: String) throws {
    let parent = "[style]\n\"severity.error\" = \"3\"\n"
    #expect(
      try self.look(.severityError, "inherits = \"p\"\n[style]\n\(styles)", own: ["p": parent])
        == (styles.hasPrefix("text") ? "yellow" : look))
  }

  @Test func `what nobody says comes from the standard theme`() throws {
    #expect(try look(.severityError, "") == "red bold")
    #expect(try look(.severityError, "", .mono) == "default bold reverse")
  }

  @Test func `plain text gives the colours that a style leaves out`() throws {
    let text = "[style]\ntext = \"7 on 4\"\n\"text.strong\" = \"bold\"\n\"text.link\" = \"3\""
    #expect(try look(.textStrong, text) == "white on blue bold")
    #expect(try look(.textLink, text) == "yellow on blue")
  }

  @Test func `a child gives other colours to the names of its parent`() throws {
    let parent =
      "[palette]\nmain = \"1\"\n[style]\n\"text.code\" = \"main\"\n\"text.link\" = \"cyan\""
    let child = "inherits = \"p\"\n[palette]\nmain = \"2\"\ncyan = \"3\""
    #expect(try look(.textCode, child, own: ["p": parent]) == "green")
    // the parent meant the terminal's
    #expect(try look(.textLink, child, own: ["p": parent]) == "cyan")
  }

  @Test func `a theme of one's own can build upon the program's of the same name`() throws {
    let library = library(["nord": "inherits = \"nord\"\n[palette]\nerror = \"#ffffff\""])
    let resolved = try library.theme(named: "nord").resolved(for: .direct)
    #expect(resolved.appearance(of: CellStyle(.severityError)).foreground == .rgb(255, 255, 255))
    #expect(resolved.brightness == .dark)
  }

  @Test(arguments: [
    (ColorDepth.direct, "#ff0000"), (.indexed, "196"), (.sixteen, "bright-blue"), (.eight, "cyan"),
    (.mono, "default bold"),
  ])
  func `each number of colours can have its own style`(_ depth: ColorDepth, _ look: String) throws {
    let text = """
      [style]
      "severity.ok" = "#ff0000"
      [style.16]
      "severity.ok" = "bright-blue"
      [style.8]
      "severity.ok" = "cyan"
      [style.mono]
      "severity.ok" = "bold"
      """
    #expect(try self.look(.severityOK, text, depth) == look)
  }

  @Test func `with few colours only what needs no more counts`() throws {
    #expect(
      try look(.severityError, "[style]\n\"severity.error\" = \"#00ff00\"", .sixteen) == "red bold")
    #expect(
      try look(.severityError, "[style]\n\"severity.error\" = \"bright-green\"", .sixteen)
        == "bright-green")
    #expect(
      try look(.severityError, "[style]\n\"severity.error\" = \"bright-green\"", .eight)
        == "red bold")
  }

  @Test func `a theme can keep to fewer colours than there are`() throws {
    let text = "depth = \"mono\"\n[style]\n\"severity.error\" = \"cyan\""
    #expect(try theme(text).resolved(for: .direct).depth == .mono)
    #expect(try look(.severityError, text) == "default bold reverse")
    #expect(try theme("depth = \"16\"").resolved(for: .eight).depth == .eight)
  }

  @Test(arguments: [
    ((95, 0, 0), 52), ((8, 8, 8), 232), ((255, 255, 255), 231), ((46, 52, 64), 236),
    ((213, 94, 0), 166), ((0, 158, 115), 36), ((191, 97, 106), 131),
  ])
  func `a colour becomes the most similar of 256`(_ color: (UInt8, UInt8, UInt8), _ index: UInt8) {
    #expect(Color.rgb(color.0, color.1, color.2).indexed == .indexed(index))
  }

  // MARK: grounds

  @Test func `a ground gives its colour, and the role keeps the text's as long as it can be read`()
    throws
  {
    let text = """
      [style]
      text = "#ffffff on #000000"
      selection = "#000000 on #ffff00"
      "severity.error" = "#990000 bold"
      "severity.ok" = "#eeee00"
      """
    #expect(try look(.severityError, on: .selection, text) == "#990000 on #ffff00 bold")
    #expect(try look(.severityOK, on: .selection, text) == "#000000 on #ffff00")
  }

  @Test func `a ground that only has attributes adds them to the role's`() throws {
    let text = "[style]\nselection = \"underline\"\n\"verdict.safe\" = \"black on green bold\""
    #expect(try look(.verdictSafe, on: .selection, text) == "black on green bold underline")
  }

  @Test func `a ground in the terminal's own colour leaves the role its colour, unless reversed`()
    throws
  {
    let text = "[style]\n\"bar.top\" = \"default bold\"\n\"severity.error\" = \"red\""
    #expect(try look(.severityError, on: .barTop, text) == "red bold")
    #expect(try look(.severityError, on: .selection, text) == "default reverse")
  }

  @Test func `what is reversed stands out on a selection that is, too`() throws {
    let lines = try [Role.text, .severityError].map { try look($0, on: .selection, "", .mono) }
    #expect(lines == ["default reverse", "default bold"])
  }

  @Test(arguments: ColorDepth.allCases)
  func `the standard selection is told from other rows at any depth`(_ depth: ColorDepth) throws {
    #expect(try look(.text, on: .selection, "", depth) == "default reverse")
  }

  // MARK: glyphs

  @Test func `glyphs come from a set, one by one from others`() throws {
    let text = "[glyphs]\nset = \"rounded\"\narrow = \"»\"\n\"tee.up\" = \"^\""
    let glyphs = try theme(text).resolved(for: .mono).glyphs
    #expect(
      [glyphs[.topLeft], glyphs[.arrow], glyphs[.teeUp], glyphs[.cross]] == ["╭", "»", "^", "┼"])
    let ascii = try theme(text).resolved(for: .mono, glyphs: .ascii).glyphs
    #expect(
      [ascii[.topLeft], ascii[.arrow], ascii[.teeUp], ascii[.cross]] == ["+", ">", "^", "+"])
  }

  @Test(arguments: [
    ("xterm-256color", "truecolor", ColorDepth.direct), ("tmux-256color", "", .indexed),
    ("xterm-direct", "", .direct), ("xterm", "", .eight), ("linux", "", .eight),
    ("dumb", "", .mono),
    ("", "", .mono), ("vt100", "", .mono),
  ])
  func `a terminal says how many colours it has`(
    _ term: String, _ color: String, _ depth: ColorDepth
  ) {
    #expect(ColorDepth(term: term, colorTerm: color) == depth)
  }

  @Test(arguments: [
    (2, ColorDepth.mono), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed),
    (1 << 24, .direct),
  ])
  func `a number of colours is a depth`(_ colors: Int, _ depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
