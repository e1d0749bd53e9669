import ConfigSyntax
import SourceText
import Testing

struct TOMLParserTests {
  private func read(_ text: String) throws -> TOMLTable { try parseTOML(Array(text.utf8)) }

  private func value(_ text: String) throws -> TOMLValue {
    try #require(try read("x = \(text)\n")["x"]).value
  }

  @Test(arguments: [
    ("\"a b\"", "a b"), ("'a\\b'", "a\\b"), (#""a\tb\u00e9\U0001F600""#, "a\tbé😀"),
    ("\"\"\"\na\nb\"\"\"", "a\nb"), ("'''\na'b'''", "a'b"), ("\"\"\"a \\\n   b\"\"\"", "a b"),
    ("\"\"\"a\"\"\"\"\"", "a\"\""), ("\"\"", ""),
  ])
  func `reads strings`(_ text: String, _ wanted: String) throws {
    #expect(try value(text) == .string(wanted))
  }

  @Test(arguments: [
    ("0", 0), ("+12", 12), ("-1_000", -1000), ("0xdead_BEEF", 0xdead_beef), ("0o17", 15),
    ("0b101", 5),
  ])
  func `reads integers`(_ text: String, _ wanted: Int) throws {
    #expect(try value(text) == .integer(wanted))
  }

  @Test(arguments: [("1.5", 1.5), ("-0.25", -0.25), ("1e3", 1000), ("+inf", .infinity)])
  func `reads floats`(_ text: String, _ wanted: Double) throws {
    #expect(try value(text) == .float(wanted))
  }

  @Test(arguments: [
    "2026-11-24", "07:32:00", "2026-11-24T07:32:00Z", "2026-11-24 07:32:00.5-08:00",
  ])
  func `reads dates and times`(_ text: String) throws {
    #expect(try value(text) == .dateTime(text))
  }

  @Test func `reads tables in all their spellings`() throws {
    let table = try read(
      """
      # a comment
      top = true
      a.b = 1
      [theme]
      name = "x" # behind a value
      [theme.palette]
      red = "#f00"
      [[ignore]]
      rule = "one"
      [[ignore]]
      rule = "two"
      inline = { x = [1, 2,
        3, ], "quoted key" = 'y' }
      """)
    #expect(table["top"]?.value == .boolean(true))
    #expect(table["a"]?.table?["b"]?.value == .integer(1))
    #expect(table["theme"]?.table?["palette"]?.table?["red"]?.string == "#f00")
    let list = try #require(table["ignore"]?.array)
    #expect(list.map { $0.table?["rule"]?.string } == ["one", "two"])
    let inline = try #require(list[1].table?["inline"]?.table)
    #expect(inline["x"]?.array?.map(\.value) == [.integer(1), .integer(2), .integer(3)])
    #expect(inline["quoted key"]?.string == "y")
  }

  @Test func `tells where a value stands`() throws {
    let text = "list = [ \"a\", 'b' ]\n"
    let items = try #require(try read(text)["list"]?.array)
    let bytes = Array(text.utf8)
    #expect(
      items.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == ["\"a\"", "'b'"])
  }

  @Test(arguments: [
    ("a = ", 4), ("a = 1\na = 2", 6), ("a = 01", 4), ("a = 1__0", 4), ("= 1", 0), ("a 1", 2),
    ("a = \"x\ny\"", 6), ("a = \"\\q\"", 6), ("[a\nb = 1", 2), ("a = [1, 2", 9), ("a = {b = 1", 10),
    ("a = 1 b = 2", 6), ("[a]\n[a]", 5), ("a = 2026-13-01", 4), ("a = {}\na.b = 1", 7),
    ("[[a]]\n[a]", 7), ("a = tru", 4), ("a = \"\"\"x", 8), ("a = \"\\ud800\"", 7),
    ("a.b = 1\n[a]", 9), ("a = .5", 4), ("a = '\u{7}'", 5),
  ])
  func `says where it stops`(_ text: String, _ offset: Int) throws {
    let problem = #expect(throws: TOMLProblem.self) { try read(text) }
    #expect(problem?.offset == offset, "\(problem?.message ?? "")")
  }

  @Test func `every prefix of a rich text ends`() throws {
    let text = Array(
      "a.\"b\" = {x = [1, '''y\n''', \"\\u0041\"]}\n[[t]]\nd = 2026-11-24 07:32:00Z\n".utf8)
    for end in text.indices { _ = try? parseTOML(Array(text[..<end])) }
    for byte in UInt8.min...UInt8.max { _ = try? parseTOML([97, 61, byte, 10]) }
    _ = try? parseTOML(Array(String(repeating: "a=[", count: 10_000).utf8))
    let deep = "x = " + String(repeating: "[", count: 100_000)
    #expect(throws: TOMLProblem.self) { try parseTOML(Array(deep.utf8)) }
  }

  @Test(arguments: [("", "=1"), ("[", "]"), ("[[", "]]"), ("x={", "=1}")])
  func `a key of parts without end is refused`(front: String, end: String) {
    let key = Array(repeating: "a", count: 100_000).joined(separator: ".")
    #expect(throws: TOMLProblem.self) { try parseTOML(Array((front + key + end).utf8)) }
  }

  /// Takes minutes when the list of tables is made anew for each.
  @Test func `many tables of one name are read in linear time`() throws {
    let text = String(repeating: "[[a]]\n", count: 50_000)
    #expect(try parseTOML(Array(text.utf8))["a"]?.array?.count == 50_000)
  }
}
