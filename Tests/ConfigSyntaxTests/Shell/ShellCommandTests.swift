import ConfigSyntax
import Testing

/// The grammar of commands.
struct ShellCommandTests {
  @Test(arguments: [
    ("a b 'c'", "a b 'c'"), ("a\\\n b", "a b"), ("a;b", "a\nb"), ("a; b;", "a\nb"),
    ("a & b &", "(a &)\n(b &)"), ("a\nb", "a\nb"),
    ("a && b || c", "((a && b) || c)"), ("a &&\n\n# x\nb", "(a && b)"), ("a &\\\n& b", "(a && b)"),
    ("a | b | c", "(a | b | c)"), ("a |\nb", "(a | b)"), ("! a", "!(a)"), ("! ! a", "a"),
    ("! a | b", "!(a | b)"), ("a | ! b | c", "(a | !(b | c))"), ("a && ! b", "(a && !(b))"),
    ("{ a; }", "{ a }"), ("{ a; b; } >f", "{ (a; b) } >f"), ("{ }", "{ () }"),
    ("{a;}", "1: \"}\" unexpected"),
    ("(a)", "sub(a)"), ("( a; b & ) >f 2>&1", "sub((a; (b &))) >f >1"), ("()", "sub(())"),
    (">f (a)", "sub(a) >f"), ("((a))", "sub(sub(a))"),
  ])
  func `combine`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("if a; then b; fi", "if(a then b)"),
    ("if a\nthen\nb\nelse\nc\nfi", "if(a then b else c)"),
    (
      "if a; then b; elif c; then d; elif e; then f; else g; fi",
      "if(a then b elif c then d elif e then f else g)"
    ),
    ("if a; then fi", "if(a then ())"), ("if { a; } then b; fi", "if({ a } then b)"),
    ("if (a) then (b) fi", "if(sub(a) then sub(b))"),
    ("if a; then b; fi >f", "{ if(a then b) } >f"),
    ("for i in a 'b' $c; do d; done", "for(i in a 'b' $c do d)"),
    ("for i in\ndo a\ndone", "for(i in do a)"), ("for i; do a; done", "for(i do a)"),
    ("for i do a; done", "for(i do a)"), ("for i\nin a\ndo b; done", "for(i in a do b)"),
    ("for i in a; { b; }", "for(i in a do b)"), ("for if in if; do a; done", "for(if in if do a)"),
    ("while a; do b; done", "while(a do b)"), ("until a; b; do c; done", "until((a; b) do c)"),
    ("case $a in b) c;; esac", "case($a b) c;;)"),
    ("case a in\n(b|'c') d\n;;\n*) e\nesac", "case(a b|'c') d;; *) e;;)"),
    ("case a in b) ;; c) d;& e) f; esac", "case(a b) ();; c) d;& e) f;;)"),
    ("case a in esac", "case(a)"),
    ("case a\nin\nif) b;; (esac) c;; esac", "case(a if) b;; esac) c;;)"),
    ("case a in b) c;\\\n; esac", "case(a b) c;;)"),
    ("f() { a; }", "f() { a }"), ("f ()\n\n{ a; } >f", "f() { a } >f"), ("f() (a)", "f() sub(a)"),
    ("f() a b", "f() a b"), ("f() if a; then b; fi", "f() if(a then b)"),
    ("a=b() { c; }", "a=b() { c }"),
  ])
  func `nest`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("echo if then { } ! do", "echo if then { } ! do"), ("a; \\if", "a\n'i'f"),
    ("'if' a", "'if' a"),
    ("i\\\nf a; then b; fi", "if(a then b)"), ("a=1 if b", "a:=1 if b"), (">f if a", "if a >f"),
    ("in", "in"), ("iff", "iff"), ("{}", "{}"), ("}a", "}a"),
  ])
  func `take reserved words only where a command starts`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("a >f", "a >f"), ("a>f<g", "a >f >g"), ("a 2>&1", "a >1"), ("a 2>&-", "a >-"),
    ("a >>f", "a >f"), ("a >|f", "a >f"), ("a <>f", "a >f"), ("a <&3", "a >3"), (">f a", "a >f"),
    ("a 2>f", "a >f"), ("a b2>f", "a b2 >f"), ("a \"2\">f", "a '2' >f"), ("a 2\\\n>f", "a >f"),
    ("a >\\\n>f", "a >f"), ("a > $f", "a >$f"), ("a <<E\nb\nE", "a >E"),
    ("a <\\\n<\\\n-E\nb\n\tE", "a >E"),
  ])
  func `redirect`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("a", "command `a`"), ("a | b", "pipeline"), ("! a", "negated command"),
    ("a && b", "command list"),
    ("a || b", "command list"), ("a &", "background command"), ("{ a; }", "command group"),
    ("(a)", "subshell"), ("if a; then b; fi", "if clause"), ("for i in a; do b; done", "for loop"),
    ("while a; do b; done", "while loop"), ("until a; do b; done", "until loop"),
    ("case a in b) c;; esac", "case clause"), ("foo() { a; }", "function `foo`"),
    ("if a; then b; fi >f", "command group"),
    (
      "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee",
      "command `aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd…`"
    ),
  ])
  func `say what they are`(text: String, form: String) {
    #expect(parseShell(Array(text.utf8)).statements.map(\.form.sketch) == [form])
  }
}
