import ConfigSyntax
import SourceText
import Testing

struct JailConfProblemTests {
  private static let nestedJail =
    "\n\n\n\n\n\np { children.max = 3; ip4.addr = \"x\"; c { path = /a; ip4.addr = 192.0.2.1; } }\n"

  @Test(arguments: [
    // Token in the wrong place.
    ("a b c;", [" line 1: c: syntax error"]),
    ("name = ;", [" line 1: ;: syntax error"]),
    ("= a;", [" line 1: =: syntax error"]),
    ("a = b,;", [" line 1: ;: syntax error"]),
    ("a = , b;", [" line 1: ,: syntax error"]),
    ("a += += b;", [" line 1: +=: syntax error"]),
    ("}", [" line 1: }: syntax error"]),
    ("{ a; }", [" line 1: {: syntax error"]),
    ("$a { }", [" line 1: {: syntax error"]),
    ("foo.* { }", [" line 1: *: syntax error"]),
    (#""a"b { }"#, [" line 1: b: syntax error"]),
    (#"a "b c" 'd"'; "#, [#" line 1: 'd"': syntax error"#]),
    (#"a = "b" "c$d"; "#, [#" line 1: "c: syntax error"#]),
    (#"a = b ${c d};"#, [" line 1: ${c d}: syntax error"]),
    ("a = b\n\n'c\nd';", [" line 4: 'c\nd': syntax error"]),
    // A missing semicolon.
    ("a { b = \"x\" }\n", [" line 1: }: syntax error"]),
    ("a { b }\nc { d; }\n", [" line 1: }: syntax error"]),
    ("a { b c d; e; f;\n", [" line 1: d: syntax error", ": unexpected EOF"]),
    ("a { b c d; e;\n", [" line 1: d: syntax error", ": unexpected EOF"]),
    ("a { b c d; e\n", [" line 1: d: syntax error"]),
    ("a = 1\nb = 2;\n", [" line 2: b: syntax error"]),
    // The end of the file.
    ("a", [": unexpected EOF"]),
    ("a {", [": unexpected EOF"]),
    ("a { b; ", [": unexpected EOF"]),
    ("a { path = /jails//a; }\n", [": unexpected EOF"]),
    // Unterminated pieces.
    ("a = \"b;\n", [" line 1: unterminated string", ": unexpected EOF"]),
    ("a = 'b;\n", [" line 1: unterminated string", ": unexpected EOF"]),
    ("a = ${b;\n", [" line 1: unterminated variable", ": unexpected EOF"]),
    ("a = \"${b\";\n", [" line 1: unterminated variable"]),
    ("a = \"x${b\";\n", [" line 1: unterminated variable"]),
    ("a;\n'b\nc;\n", [" line 2: unterminated string"]),
    // Bytes that can't stand outside quotes.
    ("a;\r\nb;\r\nc;\r\n", [" line 1: \r: syntax error"]),
    ("a = \u{1};", [" line 1: \u{1}: syntax error"]),
    ("a = “x”;\nb;", [" line 1: \u{fffd}: syntax error"]),
    ("a {\n\u{a0} b; }", [" line 2: \u{fffd}: syntax error"]),
    ("a \u{e9};", [" line 1: \u{fffd}: syntax error"]),
    ("a\0;", [": unexpected EOF"]),
    ("a { \0", [": unexpected EOF"]),
    ("a = 'b\0c' 'd\0e';", [" line 1: 'd: syntax error"]),
    // Later errors count again after three good tokens.
    ("a b c; d e f;", [" line 1: c: syntax error", " line 1: f: syntax error"]),
    ("a b c; d = = e;", [" line 1: c: syntax error", " line 1: =: syntax error"]),
    ("a b c; d } e;", [" line 1: c: syntax error"]),
    ("a b c; d; e f g;", [" line 1: c: syntax error", " line 1: g: syntax error"]),
    ("a b c; } ; }", [" line 1: c: syntax error"]),
    ("a b c;;;}", [" line 1: c: syntax error", " line 1: }: syntax error"]),
    ("a b c; 'd", [" line 1: c: syntax error", " line 1: unterminated string"]),
  ])
  func `says what jail says`(text: String, expected: [String]) {
    for grammar in bothGrammars {
      let tree = parseJails(text, grammar)
      #expect(tree.complaints == expected)
      tree.expectSound(for: [UInt8](text.utf8))
    }
  }

  @Test(arguments: [
    "", "\n", ";", "# x", "// x", "/* x */", "a;", "\0 }", "a; é }", "\u{feff}a b c",
    "a { }\n— b {",
  ])
  func `says nothing where jail says nothing`(text: String) {
    for grammar in bothGrammars { #expect(parseJails(text, grammar).problems.isEmpty) }
  }

  @Test func `rejects a nested block in the older grammar`() {
    #expect(parseJails(Self.nestedJail, .nested).problems.isEmpty)
    let tree = parseJails(Self.nestedJail, .classic)
    #expect(tree.complaints == [" line 7: {: syntax error", " line 7: }: syntax error"])
    #expect(tree.blocks.map(\.name) == ["p"])
    #expect(
      tree.outline == [
        "p {}", ".children.max set [3]", ".ip4.addr set [x]", ".ip4.addr set [192.0.2.1]",
      ])
  }

  @Test func `counts the lines of an open comment only in the newer grammar`() {
    let text = "a;\n.include /etc/jail.conf.d/*.conf;\n\n"
    #expect(
      parseJails(text, .classic).complaints == [
        " line 2: unterminated comment", ": unexpected EOF",
      ])
    #expect(
      parseJails(text, .nested).complaints == [
        " line 4: unterminated comment", ": unexpected EOF",
      ])
  }

  @Test func `rejects variables in the name of an include`() throws {
    let text = ".include \"a\", \"$b\",\n$c;\nd;"
    let tree = parseJails(text)
    let message = " line 2: variables not permitted in '.include' filename"
    #expect(tree.complaints == [message, message])
    let file = SourceFile(path: "", bytes: [UInt8](text.utf8))
    #expect(tree.problems.map { file.text($0.span) } == ["\"$b\"", "$c"])
    #expect(tree.outline == [".include juxtaposed [a], $b, $c", "d"])
    #expect(parseJails(text, .classic).problems.isEmpty)
  }

  @Test func `points at the token it names`() {
    let file = SourceFile(path: "/x", bytes: [UInt8]("a = 'b' 'c';\n'open\n".utf8))
    let tree = parseJailConf(file, grammar: .nested)
    #expect(
      tree.problems.map(\.message) == [
        "/x line 1: 'c': syntax error", "/x line 2: unterminated string",
      ])
    #expect(tree.problems.map { file.text($0.span) } == ["'c'", "'open"])
  }
}
