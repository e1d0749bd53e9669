import Testing

@testable import Theming

/// What is wrong in a theme file is said with its place.
struct ThemeReadingTests {
  @Test(arguments: [
    ("colour = 1", "test.toml:1:1: unknown key colour"),
    ("name = 1", "test.toml:1:8: expected a text in quotes"),
    ("appearance = \"grey\"", "test.toml:1:14: expected one of dark, light, any"),
    ("depth = \"12\"", "test.toml:1:9: expected one of mono, 8, 16, 256, direct"),
    ("palette = 3", "test.toml:1:11: expected a table"),
    ("[palette]\nred = \"#12345\"", "test.toml:2:7: not a colour: #12345"),
    ("[palette]\nred = \"256\"", "test.toml:2:7: not a colour: 256"),
    ("[palette]\nbold = \"red\"", "test.toml:2:1: a colour can't be called bold"),
    ("[palette]\ndefault = \"red\"", "test.toml:2:1: a colour can't be called default"),
    ("[style]\n\"severity.eror\" = \"red\"", "test.toml:2:1: unknown role severity.eror"),
    ("[style]\nseverity.eror = \"red\"", "test.toml:2:10: unknown role severity.eror"),
    ("[style]\ntext = \"readish bold\"", "test.toml:2:9: unknown colour readish"),
    ("[style]\ntext = \"red on greenish\"", "test.toml:2:16: unknown colour greenish"),
    ("[style]\ntext = \"red on\"", "test.toml:2:13: expected a colour behind on"),
    ("[style]\ntext = \"red green\"", "test.toml:2:13: a second colour: write COLOUR on GROUND"),
    ("[style]\ntext = \"red on blue on black\"", "test.toml:2:24: a second ground"),
    (
      "[style.8]\ntext = \"bright-red\"",
      "test.toml:2:9: not one of the terminal's 8 colours: bright-red"
    ),
    (
      "[style.16]\ntext = \"#ff0000\"",
      "test.toml:2:9: not one of the terminal's 16 colours: #ff0000"
    ),
    ("[style.mono]\ntext = \"red\"", "test.toml:2:9: mono has attributes only, no colour red"),
    (
      "[style.direct]\ntext = \"red\"", "test.toml:1:8: what [style] says counts for direct colours"
    ),
    ("[style.32]\ntext = \"red\"", "test.toml:2:1: unknown role 32.text"),
    ("[glyphs]\nset = \"unicode\"", "test.toml:2:7: expected one of ascii, line, rounded"),
    ("[glyphs]\narow = \">\"", "test.toml:2:1: unknown glyph arow"),
    ("[glyphs]\narrow = \"->\"", "test.toml:2:9: a glyph is one character that takes one column"),
    (
      "[glyphs]\narrow = \"\\u001b\"",
      "test.toml:2:9: a glyph is one character that takes one column"
    ),
    ("[style\n", "test.toml:1:7: expected ] behind the name"),
    ("inherits = \"none\"", "test.toml:1:12: there is no theme none"),
    ("inherits = \"test\"", "test.toml:1:12: inherits from itself: test, test"),
  ])
  func `a fault is named with its place`(_ text: String, _ problem: String) {
    #expect(complaint(about: text) == problem)
  }

  @Test func `all faults are named, and those of a parent in the parent`() {
    #expect(
      complaint(about: "a = 1\nb = 2")
        == "test.toml:1:1: unknown key a\ntest.toml:2:1: unknown key b")
    #expect(
      complaint(about: "inherits = \"other\"", own: ["other": "a = 1"])
        == "other.toml:1:1: unknown key a")
  }

  @Test func `themes that inherit from each other are refused`() {
    let own = ["a": "inherits = \"b\"", "b": "inherits = \"a\""]
    #expect(
      complaint(about: "inherits = \"a\"", own: own)
        == "b.toml:1:12: inherits from itself: test, a, b, a")
  }

  @Test(arguments: [(8, ""), (9, "t9.toml:1:12: inherits from more than 8 themes")])
  func `a theme has at most eight parents`(_ parents: Int, _ problem: String) {
    var own = ["t\(parents + 1)": "name = \"last\""]
    for number in 2...parents { own["t\(number)"] = "inherits = \"t\(number + 1)\"" }
    #expect(complaint(about: "inherits = \"t2\"", own: own) == problem)
  }

  @Test func `a name that nobody has is said`() {
    #expect(throws: ThemeError.unknown(name: "none")) { try ThemeLibrary().theme(named: "none") }
  }
}
