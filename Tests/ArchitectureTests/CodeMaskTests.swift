import Testing

struct CodeMaskTests {
  @Test(arguments: [
    (#"f(a)  // try!"#, #"f(a)         "#),
    (#"f("a // b", c)"#, #"f("      ", c)"#),
    (#"f("\"{" + g)"#, #"f("   " + g)"#),
    (#"f("a\(g("b)", 1))c")"#, #"f(" \(g("  ", 1)) ")"#),
    (##"f(#"a"b\(c"#, d)"##, ##"f(#"      "#, d)"##),
    (##"f(#"a\#(b)"#)"##, ##"f(#" \#(b)"#)"##),
    (##"a /* b /* c */ " */ d"##, ##"a                   d"##),
    ("a \"\"\"\n b\"\n c\n \"\"\" d", "a \"\"\"\n   \n  \n \"\"\" d"),
    ("#if os(Linux)", "#if os(Linux)"),
    ("f(\"a\ng(b)", "f(\" \ng(b)"),
  ])
  func `comments and the text of literals are blank, code stays in place`(
    _ source: String, _ code: String
  ) {
    #expect(String(decoding: CodeMask.code(of: Array(source.utf8)), as: UTF8.self) == code)
  }
}
