import ConfigSyntax
import SourceText
import Testing

/// What looks like a setting and isn't, or is one in spite of its looks.
struct ShellTrapTests {
  @Test(arguments: [
    ("name= \"x\"", "name:=<> 'x'", "command `x`"),
    ("name = \"x\"", "name = 'x'", "command `name`"),
    ("name =\"x\"", "name ='x'", "command `name`"),
    ("alias=\"a\"# text", "alias:='a'# text", "command `text`"),
    ("alias=\"a\" # text", "alias:='a'", "assignments"),
    ("alias=a#b", "alias:=a#b", "assignments"),
    ("x+=y", "x+=y", "command `x+=y`"),
    ("ifconfig_em0.100=\"inet\"", "ifconfig_em0.100='inet'", "command `ifconfig_em0.100=inet`"),
    ("1x=y", "1x=y", "command `1x=y`"),
    ("\u{FEFF}hostname=\"h\"", "\u{FEFF}hostname='h'", "command `\u{FEFF}hostname=h`"),
    ("\"a\"=b", "'a'=b", "command `a=b`"),
    ("a\"b\"=c", "a'b'=c", "command `ab=c`"),
    ("$a=b", "$a=b", "command named by an expansion"),
    ("\\a=b", "'a'=b", "command `a=b`"),
    ("a=b=c", "a:=b=c", "assignments"),
    ("a=b c=d", "a:=b c:=d", "assignments"),
    ("a=b c d=e", "a:=b c d=e", "command `c`"),
    ("a=b \"\"", "a:=b ''", "command ``"),
    ("a=", "a:=<>", "assignments"),
    ("a=\"\"", "a:=''", "assignments"),
    ("a=;", "a:=<>", "assignments"),
    ("a=b\r", "a:=b\r", "assignments"),
    ("\r", "\r", "command `\r`"),
    ("NA\\\nME=\"va\\\nlue\"", "NAME:='value'", "assignments"),
    ("a\\\n=\\\nb", "a:=b", "assignments"),
    ("a=~/x:~", "a:=~/x:~", "assignments"),
    ("if=1", "if:=1", "assignments"),
    ("set a=b", "set a=b", "command `set`"),
    ("a=b >f", "a:=b >f", "redirection"),
    (">f", ">f", "redirection"),
    ("2>f a=b", "a:=b >f", "redirection"),
    ("10>f", "10 >f", "command `10`"),
    ("a=b&", "(a:=b &)", "background command"),
  ])
  func `are read as sh reads them`(text: String, tree: String, form: String) throws {
    let script = parseShell(Array(text.utf8))
    #expect(script.sketch == tree)
    #expect(script.statements.first?.form.sketch == form)
  }

  @Test(arguments: [
    ("export A=\"x\" B=y C", "export A='x' B=y C {A:='x' B:=y}", "export"),
    ("export A=$x", "export A=$x {A:=$x}", "export"),
    ("export A=a$x\"b\"", "export A=a$x'b' {A:=a$x'b'}", "export"),
    ("export A", "export A", "export"),
    ("export A=", "export A= {A:=<>}", "export"),
    ("export A\\\n=b", "export A=b {A:=b}", "export"),
    ("export", "export", "command `export`"),
    ("export -p", "export -p", "command `export`"),
    ("export \"A=x\"", "export 'A=x'", "command `export`"),
    ("export $A", "export $A", "command `export`"),
    ("export A.B=c", "export A.B=c", "command `export`"),
    ("X=1 export A=b", "X:=1 export A=b {A:=b}", "command `export`"),
    ("export A=b >f", "export A=b >f {A:=b}", "command `export`"),
    ("readonly A=b", "readonly A=b {A:=b}", "command `readonly`"),
    ("local A=b C", "local A=b C {A:=b}", "command `local`"),
    ("\"export\" A=b", "'export' A=b", "command `export`"),
    (". /etc/x", ". /etc/x", "source"),
    (". \"$x/y\"", ". \"$x\"'/y'", "source"),
    (". /etc/x y", ". /etc/x y", "command `.`"),
    (".", ".", "command `.`"),
    ("A=b . /etc/x", "A:=b . /etc/x", "command `.`"),
    ("source /etc/x", "source /etc/x", "command `source`"),
  ])
  func `declare and include as sh does`(text: String, tree: String, form: String) throws {
    let script = parseShell(Array(text.utf8))
    #expect(script.sketch == tree)
    #expect(script.statements.first?.form.sketch == form)
  }

  @Test func `keep the places of a declared name and value`() throws {
    let script = parseShell(Array("export A=\"x\" B\\\nC=y\"z\"\n".utf8))
    guard case .simple(let command)? = script.statements.first?.command else {
      Issue.record("no simple command")
      return
    }
    let spans = command.declared.map { [$0.span, $0.value.span] }
    #expect(
      spans.map { $0.map { [$0.lower, $0.upper] } } == [
        [[7, 12], [9, 12]], [[13, 22], [18, 22]],
      ])
  }

  @Test func `keep the places of a name, a value and its text`() throws {
    let script = parseShell(Array("a=1; bc=\"de\"f\n".utf8))
    guard case .simple(let command)? = script.statements.last?.command else {
      Issue.record("no simple command")
      return
    }
    let assignment = try #require(command.assignments.first)
    #expect([assignment.span.lower, assignment.span.upper] == [5, 13])
    #expect([assignment.value.span.lower, assignment.value.span.upper] == [8, 13])
    guard case .quoted("de", let span)? = assignment.value.parts.first else {
      Issue.record("no quoted part")
      return
    }
    #expect([span.lower, span.upper] == [9, 11])
  }
}
