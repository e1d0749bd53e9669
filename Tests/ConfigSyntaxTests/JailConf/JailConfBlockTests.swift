import ConfigSyntax
import SourceText
import Testing

struct JailConfBlockTests {
  @Test func `lists blocks and parameters in file order`() {
    let text = "a = 1; web { b; c = 2; } d; db { }"
    for grammar in bothGrammars {
      let tree = parseJails(text, grammar)
      #expect(tree.outline == ["a set [1]", "web {}", ".b", ".c set [2]", "d", "db {}"])
      #expect(tree.problems.isEmpty)
    }
  }

  @Test(arguments: [
    ("a { }", "a"), ("'a b' { }", "a b"), (#""a\tb"{}"#, "a\tb"), ("* { }", "*"),
    (#""foo.*" { }"#, "foo.*"), ("p.c { }", "p.c"), ("12 { }", "12"),
  ])
  func `names a block by its text without quotes`(text: String, name: String) {
    for grammar in bothGrammars {
      #expect(parseJails(text, grammar).blocks.first?.name == name)
    }
  }

  @Test func `spans a block from its name through its brace`() {
    let file = SourceFile(path: "/etc/jail.conf", bytes: [UInt8]("x; 'a' { b { } c; } ;d {".utf8))
    let tree = parseJailConf(file, grammar: .nested)
    #expect(tree.blocks.map { file.text($0.span) } == ["'a' { b { } c; }", "b { }", "d {"])
    #expect(tree.blocks.map { file.text($0.nameSpan) } == ["'a'", "b", "d"])
    #expect(tree.blocks.map(\.parent) == [nil, 0, nil])
    tree.expectSound(for: file.bytes)
  }

  @Test func `nests blocks only in the newer grammar`() {
    let text = "p { a; c { b; d { } } e; }"
    let tree = parseJails(text)
    #expect(tree.outline == ["p {}", ".a", ".c {}", "..b", "..d {}", ".e"])
    #expect(tree.problems.isEmpty)
    #expect(parseJails(text, .classic).blocks.map(\.name) == ["p"])
  }

  @Test(arguments: [
    (#".include "a", 'b';"#, "include [a], [b]"),
    (".include /etc/x.conf;", "include [/etc/x.conf]"),
    (#"".include" "a"b;"#, "include [ab]"),
    (#".include = "a";"#, ".include set [a]"),
    (#".include += "a";"#, ".include append [a]"),
    (".include;", ".include"),
    (#"$.include "a";"#, nil),
    (#"${.include} "a";"#, "$.include juxtaposed [a]"),
  ])
  func `takes only the juxtaposed form for an include`(text: String, outline: String?) {
    #expect(parseJails(text).outline.first == outline)
    let classic = outline?.replacing("include [", with: ".include juxtaposed [", maxReplacements: 1)
    if outline?.hasPrefix("include") == true {
      #expect(parseJails(text, .classic).outline.first == classic)
    }
  }

  @Test func `takes an include inside a block`() {
    #expect(
      parseJails(".include 'a'; b { .include 'c'; }").outline == [
        "include [a]", "b {}", ".include [c]",
      ])
  }

  @Test func `stops at the nesting that exhausts the parser`() {
    let tree = parseJails(String(repeating: "a {\n", count: 100_000) + "x y z;")
    #expect(tree.problems.map(\.message) == ["/etc/jail.conf line 3001: memory exhausted"])
    let fits = parseJails(
      String(repeating: "a{", count: 3_000) + "b;" + String(repeating: "}", count: 3_000))
    #expect(fits.problems.isEmpty)
    #expect(fits.blocks.count == 3_000)
  }
}
