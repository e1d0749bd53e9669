import ConfigSyntax
import SourceText
import Testing

struct JailConfValueTests {
  @Test(arguments: [
    ("word", "[word]"),
    ("vtnet0|192.0.2.1/24", "[vtnet0|192.0.2.1/24]"),
    ("2001:db8::1", "[2001:db8::1]"),
    ("'a $b'", "[a $b]"),
    (#""a $b""#, "[a ]$b"),
    (#""$net.$id""#, "$net[.]$id"),
    (#""${net}.${host.hostname}/24""#, "$net[.]$host.hostname[/24]"),
    (#"$base"x"'y'z"#, "$base[xyz]"),
    (#""vtnet0"|192.0.2.36"#, "[vtnet0|192.0.2.36]"),
    (#""""#, ""),
    (#"''a"#, "[a]"),
    (#""\a\b\f\n\r\t\v""#, "[\u{7}\u{8}\u{c}\n\r\t\u{b}]"),
    (#"'\101\x41\x4A\x4a\q\'\\'"#, #"[AAJJq'\]"#),
    (#""\$a\"b""#, #"[$a"b]"#),
    (#"a\ b\;c"#, "[a b;c]"),
    ("a\\\nb", "[ab]"),
    ("'a\\\nb'", "[ab]"),
    ("'a\nb'", "[a\nb]"),
    (#"\1018\18"#, "[A8\u{1}8]"),
    (#"a\x4g"#, "[a\u{4}g]"),
    (#"'a\0b'c"#, "[ac]"),
    (#"'a\xg'c"#, "[ac]"),
    (#"'a\400b'"#, "[a]"),
    (#"'\xc3\xa9''\xc3'"\xa9""#, "[éé]"),
    (#"${a\}}"#, "$a}"),
    (#"${a\n}"#, "$a\n"),
    (#""$5$""#, "[$5$]"),
    (#""$a\t$""#, "$a[\t$]"),
  ])
  func `resolves quotes, escapes and variables`(written: String, shown: String) throws {
    let tree = parseJails("p = \(written);")
    let value = try #require(tree.values.first)
    #expect(value.shown == shown)
    #expect(tree.problems.isEmpty)
    #expect(value.span == SourceSpan(4, 4 + written.utf8.count))
  }

  @Test func `keeps bytes that are not UTF-8 as replacement characters`() throws {
    let tree = parseJails([0x70, 0x3d, 0x27, 0x61, 0xff, 0x27, 0x3b])
    #expect(tree.values.first?.constant == "a\u{fffd}")
  }

  @Test(arguments: [
    ("p;", "p"),
    ("p = a;", "p set [a]"),
    ("p=a,b , 'c';", "p set [a], [b], [c]"),
    ("p += a;", "p append [a]"),
    ("p+=a;", "p append [a]"),
    ("p a, b;", "p juxtaposed [a], [b]"),
    ("p\"a\";", ""),
    ("p $a;", "p juxtaposed $a"),
    ("$p = a;", "$p set [a]"),
    ("${p.q} = a;", "$p.q set [a]"),
    ("$p;", "$p"),
    ("'p q' = a;", "p q set [a]"),
    (";;p;;", "p"),
    ("/* x */ p /* y */ = # z\n a // w\n ;", "p set [a]"),
  ])
  func `knows the forms of a parameter`(text: String, outline: String) {
    for grammar in bothGrammars {
      #expect(parseJails(text, grammar).outline == (outline.isEmpty ? [] : [outline]))
    }
  }

  @Test func `numbers each name once, however it is written`() {
    let tree = parseJails("a = 1; 'a' = 2; $a; b { a; \"b\" += 3; p q }; }; \\x61; c; b;")
    #expect(tree.names == ["a", "b", "c"])
    #expect(tree.parameters.map { tree.name(of: $0) } == ["a", "a", "a", "a", "b", "a", "c", "b"])
  }

  @Test func `spans a statement from its first byte through its semicolon`() throws {
    let file = SourceFile(path: "/etc/jail.conf", bytes: [UInt8](" $a += 'b' , \"$c\" ; d;".utf8))
    let tree = parseJailConf(file, grammar: .nested)
    #expect(tree.items.map { file.text($0.span) } == ["$a += 'b' , \"$c\" ;", "d;"])
    let parameter = try #require(tree.parameters.first)
    #expect(file.text(parameter.nameSpan) == "$a")
    #expect(tree.values(of: parameter).map { file.text($0.span) } == ["'b'", "\"$c\""])
  }
}
