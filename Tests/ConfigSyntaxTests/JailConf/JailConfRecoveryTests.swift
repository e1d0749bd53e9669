import ConfigSyntax
import SourceText
import Testing

struct JailConfRecoveryTests {
  @Test(arguments: [
    ("a { ip4.addr = \"192.0.2.31; }\nb { ip4.addr = \"192.0.2.32\"; }\n", ["a", "b"]),
    ("a { b }\nc { d; }\ne { f; }\n", ["a", "c", "e"]),
    ("a { }\nb { x = “y”; }\nc { }\n", ["a", "b", "c"]),
    ("a;\r\nb {\r\n c;\r\n}\r\n'd' { }\r\n", ["b", "d"]),
    (".include /x/*.conf;\na { }\n", ["a"]),
    ("a b c\n\"foo.*\" {\n}\nbar.* {}\nbücher {}\n", ["foo.*", "bar.*", "bücher"]),
    ("}\n/*\na {\n*/\n#b {\nc\t{\n d {\ne = 1;", ["c"]),
    ("}\n\"a\nb {", ["b"]),
    ("a { 'x", ["a"]),
    ("a { \0\nb {", ["a", "b"]),
  ])
  func `lists the jails of a file that does not parse`(text: String, names: [String]) {
    for grammar in bothGrammars {
      let tree = parseJails(text, grammar)
      #expect(!tree.problems.isEmpty)
      #expect(tree.blocks.filter { $0.parent == nil }.map(\.name) == names)
      #expect(tree.blocks.map(\.nameSpan.lower).sorted() == tree.blocks.map(\.nameSpan.lower))
    }
  }

  @Test func `keeps what stands around an error`() {
    let tree = parseJails("a { b; c d e; f; }\ng { h; }\n")
    #expect(tree.complaints == [" line 1: e: syntax error"])
    #expect(tree.outline == ["a {}", ".b", ".f", "g {}", ".h"])
  }

  @Test func `adds a lost block in its place and renumbers the others`() {
    let text = "a { b }\nc { d; }\ne = 1;\nf {\n g { }\n}\n"
    let tree = parseJails(text)
    #expect(tree.blocks.map(\.name) == ["a", "c", "f", "g"])
    #expect(tree.outline.filter { $0.hasSuffix("{}") } == ["a {}", "c {}", "f {}", ".g {}"])
    for item in tree.items {
      guard case .block(let index) = item.kind else { continue }
      #expect(tree.blocks[index].span == item.span)
      #expect(tree.blocks[index].parent == item.parent)
    }
  }

  @Test func `gives an added block no parameters and ends it at its brace`() throws {
    let file = SourceFile(path: "/x", bytes: [UInt8]("a { b = \"c; }\nd  { e = \"f\"; }\n".utf8))
    let tree = parseJailConf(file, grammar: .nested)
    #expect(tree.outline == ["a {}", "d {}"])
    #expect(file.text(try #require(tree.blocks.last).span) == "d  {")
  }

  @Test func `adds no block to a file without problems`() {
    #expect(parseJails("a { }\né\nb { }\n").blocks.map(\.name) == ["a"])
    #expect(parseJails("a = 'x\nb {\n';").blocks.isEmpty)
  }
}
