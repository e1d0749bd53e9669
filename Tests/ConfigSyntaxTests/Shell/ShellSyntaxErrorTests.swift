import ConfigSyntax
import Testing

/// What sh(1) stops at, with the line and the words of FreeBSD's sh.
struct ShellSyntaxErrorTests {
  @Test(
    arguments: [
      // Unterminated quotes: the line on which the word starts.
      (
        "hostname=\"h\nifconfig_vtnet0=\"inet 192.0.2.10/24\"\njail_enable=\"YES\"\n", 2,
        "Unterminated quoted string"
      ),
      ("a=1\nb='2\n3\n", 2, "Unterminated quoted string"),
      ("a=\"1\n2\n3\" b=\"\nc", 3, "Unterminated quoted string"),
      ("a=$'b\\'\n", 1, "Unterminated quoted string"),
      ("keymap=\"de.kbd\"'\na=\"b\"\n", 1, "Unterminated quoted string"),
      ("\"${a:-b\n", 1, "Unterminated quoted string"),
      ("\n\n\"$(a\n)\n", 4, "Unterminated quoted string"),
      ("\n\n\"`a`\n", 1, "Unterminated quoted string"),
      ("a=b\\\n \"c\n", 2, "Unterminated quoted string"),
      // Unclosed substitutions.
      ("a=`b\n\n", 3, "EOF in backquote substitution"),
      ("a=`b\\", 1, "EOF in backquote substitution"),
      ("a=$(b\n", 2, "end of file unexpected (expecting \")\")"),
      ("a=\n${b:-c\n", 2, "Missing '}'"), ("a=\n${b:-\"\n\"", 3, "Missing '}'"),
      ("a=${b%\n", 1, "Missing '}'"), ("a=$((1\n", 1, "Missing '))'"),
      ("a=${b", 1, "Unexpected end of line in substitution"),
      ("a=${\n}", 1, "Unexpected end of line in substitution"),
      ("a=${b:\n}", 1, "Unexpected end of line in substitution"),
      ("a=$'\\q'", 1, "Bad escape sequence"), ("a=$'\\u12'", 1, "Bad escape sequence"),
      ("a=$'\\ud800'", 1, "Bad escape sequence"), ("a=$'\\c`'", 1, "Bad escape sequence"),
      ("a=$'\\c\\a'", 1, "Bad escape sequence"),
      // Unclosed commands.
      ("if true; then\nfoo_enable=\"YES\"\n", 3, "end of file unexpected (expecting \"fi\")"),
      ("if true; then\nfoo_enable=\"YES\"", 2, "end of file unexpected (expecting \"fi\")"),
      ("if a; then b; else c\n", 2, "end of file unexpected (expecting \"fi\")"),
      ("if a\n", 2, "end of file unexpected (expecting \"then\")"),
      ("if", 1, "end of file unexpected"),
      ("while a\n", 2, "end of file unexpected (expecting \"do\")"),
      ("for i in a; do b\n", 2, "end of file unexpected (expecting \"done\")"),
      ("for i in a", 1, "end of file unexpected"),
      ("for i in a;", 1, "end of file unexpected"),
      ("{ a\n", 2, "end of file unexpected (expecting \"}\")"),
      ("( a\n", 2, "end of file unexpected (expecting \")\")"),
      ("case a in", 1, "end of file unexpected (expecting \")\")"),
      ("case a in b) c", 1, "end of file unexpected (expecting \";;\")"),
      ("case a", 1, "expecting \"in\""), ("case", 1, "end of file unexpected (expecting word)"),
      ("f() ", 1, "end of file unexpected"), ("a &&\n", 2, "end of file unexpected"),
      ("a |", 1, "end of file unexpected"), ("!", 1, "end of file unexpected"),
      ("a >", 1, "end of file unexpected (expecting word)"),
    ] as [(String, Int, String)])
  func `at the end of the file`(text: String, line: Int, message: String) throws {
    let error = try #require(parseShell(Array(text.utf8)).syntaxError)
    #expect(error.line == line)
    #expect(error.message == message)
  }

  @Test(
    arguments: [
      ("fi", 1, "\"fi\" unexpected"), ("a; then", 1, "\"then\" unexpected"),
      ("if a; fi", 1, "\"fi\" unexpected (expecting \"then\")"),
      ("if\nthen b; fi", 2, "\"then\" unexpected"),
      ("while a; b; done", 1, "\"done\" unexpected (expecting \"do\")"),
      ("while do a; done", 1, "\"do\" unexpected"),
      ("for i in a b do c; done", 1, "\"done\" unexpected"),
      ("for i in a; b; done", 1, "word unexpected"),
      ("for i in a & do b; done", 1, "\"&\" unexpected"),
      ("for 1 in a; do b; done", 1, "Bad for loop variable"),
      ("for \"a\" in b", 1, "Bad for loop variable"),
      ("for\n", 1, "Bad for loop variable"),
      (";", 1, "\";\" unexpected"), ("a;\n;b", 2, "\";\" unexpected"), ("&", 1, "\"&\" unexpected"),
      ("a;;", 1, "\";;\" unexpected"), ("a;&", 1, "\";&\" unexpected"),
      ("a && || b", 1, "\"||\" unexpected"),
      ("a | | b", 1, "\"|\" unexpected"), ("if ; then", 1, "\";\" unexpected"),
      (")", 1, "\")\" unexpected"), ("a b (", 1, "\"(\" unexpected"),
      ("a (b", 1, "word unexpected (expecting \")\")"),
      ("list=(a b)", 1, "word unexpected (expecting \")\")"), ("a=()", 1, "Bad function name"),
      ("$a() b", 1, "Bad function name"), ("\"a\"() b", 1, "Bad function name"),
      ("a/b() c", 1, "Bad function name"), ("a-() b", 1, "Bad function name"),
      ("export() a", 1, "Cannot override a special builtin with a function"),
      ("a >f ()", 1, "\"(\" unexpected"), ("{ a; } b", 1, "word unexpected"),
      ("(a) }", 1, "\"}\" unexpected"),
      ("{ a }\n", 2, "end of file unexpected (expecting \"}\")"), ("}", 1, "\"}\" unexpected"),
      ("a >\nb", 1, "newline unexpected (expecting word)"),
      ("a > >b", 1, "redirection unexpected (expecting word)"),
      ("a <<$b\n", 1, "Illegal eof marker for << redirection"),
      ("case a b", 1, "expecting \"in\""),
      ("case a in b c)", 1, "word unexpected (expecting \")\")"),
      ("case a in b) c; } esac", 1, "\"}\" unexpected (expecting \";;\")"),
      ("a | if", 1, "end of file unexpected"), ("! fi", 1, "\"fi\" unexpected"),
      ("a=$(b;;)", 1, "\";;\" unexpected (expecting \")\")"),
      ("a=\"\n$(fi)\"", 2, "\"fi\" unexpected (expecting \")\")"),
      ("\n\na=`b\n)`", 2, "\")\" unexpected"), ("\na=`'b`", 1, "Unterminated quoted string"),
    ] as [(String, Int, String)])
  func `where a token does not fit`(text: String, line: Int, message: String) throws {
    let error = try #require(parseShell(Array(text.utf8)).syntaxError)
    #expect(error.line == line)
    #expect(error.message == message)
  }

  @Test(arguments: [
    ("a=\"b\"\nc=\"d\n", 8), ("a='b\n", 2), ("a=\"b$(c \"d\")\n", 2), ("a\nif b; then\nc\n", 2),
    ("if a; then {\nb; fi", 16), ("a=$(b\n", 2), ("a=`b", 2), ("a=`b;;`", 2), ("a=${b:-c", 2),
    ("a b (", 4), ("for i in a; do b\n", 0), ("a=$((1", 2), ("a=$'b", 2),
  ])
  func `point at their likely cause`(text: String, offset: Int) throws {
    let error = try #require(parseShell(Array(text.utf8)).syntaxError)
    #expect(error.offset == offset)
  }

  @Test(arguments: [
    ("a=1\nb=2; c=\"3\nd=4\n", ["assignments: a=1", "blank \n", "unparsed b=2; c=\"3\nd=4\n"]),
    ("# a\n\n fi\nb=1\n", ["comment # a", "blank \n\n ", "unparsed fi\nb=1\n"]),
    ("a=1\nif b\nthen c\n", ["assignments: a=1", "blank \n", "unparsed if b\nthen c\n"]),
    ("\"", ["unparsed \""]),
  ])
  func `leave the whole line and the rest of the file unread`(text: String, nodes: [String]) {
    #expect(parseShell(Array(text.utf8)).outline(of: text) == nodes)
  }
}
