import ConfigSyntax
import SourceText
import Testing

struct JailConfTokenTests {
  private static let sample = #"""
    # comment
    // another
    /* over
     * lines **/ $net = "192.0.2";
    .include "/etc/jail.conf.d/*.conf", 'b c';
    "foo.*" { ip4.addr += "$net.${id}/24", vtnet0|$net.7, "a\"b\x41\n$x"; }
    a{path=/jails//web;
    exec.start = '/bin/sh \
    /etc/rc'; nested { persist; } x = "$5" \101\9 "${a\}" "$a\n$" ${b{ }
    caf\;é “quoted” "open
    'also open ${never /* closed
    """#

  private func kinds(_ text: String) -> [JailConfToken.Kind] {
    jailConfTokens([UInt8](text.utf8)).map(\.kind)
  }

  private func texts(_ text: String) -> [String] {
    let file = SourceFile(path: "", bytes: [UInt8](text.utf8))
    return jailConfTokens(file.bytes).map { file.text($0.span) }
  }

  @Test(
    arguments: [
      ("a b", [.word, .space, .word]),
      ("a#b\nc", [.word, .comment, .space, .word]),
      ("a//b\nc", [.word, .comment, .space, .word]),
      ("a/b", [.word, .word, .word]),
      ("a/*b*/c", [.word, .comment, .word]),
      ("/*/ */a", [.comment, .word]),
      ("/***/a", [.comment, .word]),
      ("/* a", [.unterminatedComment]),
      ("/*/", [.unterminatedComment]),
      ("a.*", [.word, .word]),
      ("+=+", [.plusEquals, .word]),
      ("{};,=", [.openBrace, .closeBrace, .semicolon, .comma, .equals]),
      ("'a\nb'", [.singleQuoted]),
      (#"'a\'b'"#, [.singleQuoted]),
      ("'a\nb", [.unterminatedString, .space, .word]),
      ("\"a\nb\"", [.doubleQuoted]),
      (#""a\"b""#, [.doubleQuoted]),
      ("\"a\nb", [.unterminatedString, .space, .word]),
      ("\"a\\\nb", [.unterminatedString, .word, .word]),
      (#""a$b""#, [.openQuoted, .variable, .closingQuote]),
      (#""a$b c""#, [.openQuoted, .variable, .doubleQuoted]),
      (#""$a$b""#, [.openQuoted, .variable, .variable, .closingQuote]),
      (#""a\$b""#, [.doubleQuoted]),
      (#""$a\n$b""#, [.openQuoted, .variable, .word, .variable, .closingQuote]),
      (#""$5""#, [.openQuoted, .word, .doubleQuoted]),
      (#""$""#, [.openQuoted, .word, .closingQuote]),
      ("$a${b.c}$", [.variable, .variable, .word]),
      ("${a\n", [.unterminatedVariable, .space]),
      ("${a{b}", [.unterminatedVariable, .openBrace, .word, .closeBrace]),
      (#"${a\}b}"#, [.variable]),
      (#"${a\}"#, [.variable]),
      ("${a\\}b\n", [.unterminatedVariable, .space]),
      ("${a\\\nb}", [.variable]),
      ("${a\\\nb", [.unterminatedVariable, .space, .word]),
      (#""${a";"#, [.openQuoted, .unterminatedVariable, .closingQuote, .semicolon]),
      (#""${a\\"};"#, [.openQuoted, .variable, .semicolon]),
      ("a\\", [.word, .word]),
      ("a\r\n", [.word, .stray, .space]),
      ("\u{7f}\u{1}", [.stray, .stray]),
      ("é", [.stray, .stray]),
      ("a\0b", [.word, .stray, .word]),
    ] as [(String, [JailConfToken.Kind])])
  func `cuts text where jail's lexer does`(text: String, expected: [JailConfToken.Kind]) {
    #expect(kinds(text) == expected)
    #expect(tokensTile([UInt8](text.utf8)))
  }

  @Test(arguments: [
    (#"\101\x41g\x4\n\q\1234"#, [#"\101"#, #"\x41"#, "g", #"\x4"#, #"\n"#, #"\q"#, #"\123"#, "4"]),
    (#"\8\x"#, [#"\8"#, #"\x"#]),
    ("a\\\nb", ["a", "\\\n", "b"]),
    ("a*/b+", ["a", "*", "/", "b", "+"]),
    ("$a1-$_b", ["$a1", "-", "$_b"]),
    ("ip4.addr+=vtnet0|2001:db8::1/64;", ["ip4.addr", "+=", "vtnet0|2001:db8::1", "/", "64", ";"]),
  ])
  func `keeps the bytes of each piece`(text: String, expected: [String]) {
    #expect(texts(text) == expected)
  }

  @Test func `joins pieces that no separator divides`() {
    let tokens = jailConfTokens([UInt8](#"a"b"$c'd' "e$f"g,h/**/i"#.utf8))
    let joined = tokens.filter(\.isJoined).map(\.span.lower)
    #expect(joined == [1, 4, 6, 12, 15])
  }

  @Test func `tiles every prefix of a rich sample`() {
    let bytes = [UInt8](Self.sample.utf8)
    for length in 0...bytes.count {
      let prefix = Array(bytes[..<length])
      #expect(tokensTile(prefix))
      for grammar in bothGrammars { parseJails(prefix, grammar).expectSound(for: prefix) }
    }
  }
}
