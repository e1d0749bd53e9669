import SourceText
import Testing

@testable import HostModel

/// Assignments, quotes and the words around them.
struct ShellEvaluatorTests {
  @Test(
    arguments: [
      (#"a=1; echo "<$a>""#, ["<1>"]),
      ("a=1 b=2; echo $a$b", ["12"]),
      (#"a="x  y"; echo $a; echo "$a""#, ["x y", "x  y"]),
      (#"a='x  y'; echo "$a""#, ["x  y"]),
      (#"a=x\ \ y; echo "$a""#, ["x  y"]),
      (#"a="x"'y'z; echo $a"#, ["xyz"]),
      (#"a="a\"b\\c\$d\`e\x"; printf '%s\n' "$a""#, [#"a"b\c$d`e\x"#]),
      (#"a='a\b'; printf '%s\n' "$a""#, [#"a\b"#]),
      ("a=\"l1\nl2\"; echo \"$a\"; echo $a", ["l1", "l2", "l1 l2"]),
      ("a=x\\\ny; echo $a", ["xy"]),
      (#"a=; echo "<$a>""#, ["<>"]),
      (#"a= b=2; echo "<$a$b>""#, ["<2>"]),
      ("a=b=c; echo $a", ["b=c"]),
      (#"a="b"c'd'\e; echo $a"#, ["bcde"]),
      ("x=1; x=2 x=3; echo $x", ["3"]),
      ("_a1=ok; echo $_a1", ["ok"]),
      ("a='$b'; echo $a", ["$b"]),
      ("a=1; a=$a$a; echo $a", ["11"]),
      (#"x='*'; z=$x; [ "$z" = '*' ] && echo star"#, ["star"]),
      (#"a='*'; b=$a; echo "$b""#, ["*"]),
      (#"a=1 b=$a; echo "<$b>""#, ["<>"]),
      ("a=1; a=2 b=$a; echo $b", ["1"]),
    ] as [(String, [String])])
  func `an assignment keeps what its quotes keep`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"a=1 :; echo "<$a>""#, ["<1>"]),
      (#"a=1 eval 'echo $a'; echo "<$a>""#, ["1", "<1>"]),
      (#"f() { echo "<$a>"; }; a=1 f; echo "<$a>""#, ["<1>", "<>"]),
      (#"a=0; a=1 true; echo "<$a>""#, ["<0>"]),
      (#"f() { a=1 g; echo "<$a>"; }; g() { a=2; }; f"#, ["<>"]),
      ("a=1 export b=2; echo $a$b", ["12"]),
      ("a=1; $u; b=2; echo $a$b", ["12"]),
      ("a=1 $u; echo $a", ["1"]),
    ] as [(String, [String])])
  func `an assignment in front of a command stays only for special built-in commands and functions`(
    _ script: String, _ lines: [String]
  ) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"echo "a"  'b' c\ d "e  f""#, ["a b c d e  f"]),
      ("echo a\\\nb", ["ab"]),
      ("echo \"a\\\nb\"", ["ab"]),
      (#"echo \a \\ \' \" "\'" '"' "#, [#"a \ ' " \' ""#]),
      (#"echo "!" '!' \!"#, ["! ! !"]),
      (#"echo ${a}b $ab "$" $ "a$""#, ["b $ $ a$"]),
      ("echo a=b; echo a = b", ["a=b", "a = b"]),
      ("echo a#b; echo a # c", ["a#b", "a"]),
      ("echo x#y #z", ["x#y"]),
      (#"echo "\$a \`b\` \"c\"""#, [#"$a `b` "c""#]),
      (#"echo "*""#, ["*"]),
    ] as [(String, [String])])
  func `quotes protect what stands between them`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("echo a;echo b", ["a", "b"]),
      ("{ echo g; }", ["g"]),
      ("if true\nthen\necho multi\nfi", ["multi"]),
      ("while false\ndo\n:\ndone\necho done", ["done"]),
      ("f()\n{\necho nl\n}\nf", ["nl"]),
      (": comment # more\necho x", ["x"]),
      ("cat=1 # x\necho $cat", ["1"]),
      ("echo a & wait; echo b", ["a", "b"]),
    ] as [(String, [String])])
  func `commands stand between semicolons, newlines and comments`(
    _ script: String, _ lines: [String]
  ) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("a=$(exit 3); echo $?", ["3"]),
      ("a=$(false); echo $?; b=1; echo $?", ["1", "0"]),
      ("false; a=1; echo $?", ["0"]),
      ("a=$(false) b=1; echo $?", ["1"]),
      ("export a=$(false); echo $?", ["0"]),
      ("! a=1; echo $? $a", ["1 1"]),
      ("false; a=$?; echo $a", ["1"]),
      ("if true; then false; a=$?; fi; echo $a", ["1"]),
      (#"a=$(echo x; exit 3); echo "$a $?""#, ["x 3"]),
      (#"x=$(exit 7) || echo "f $?""#, ["f 7"]),
    ] as [(String, [String])])
  func `the status of an assignment is that of its last substitution`(
    _ script: String, _ lines: [String]
  ) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test func `a value knows where it is written`() {
    let shell = run("a=1\nexport b='x y'\nc=$a")
    #expect(origins(shell) == ["a": "1", "b": "'x y'", "c": "$a"])
  }

  @Test func `a value set by eval is written where eval is`() {
    let shell = run("# comment\neval \"a=1; export b=2\"\nfor i in c; do eval $i=3; done")
    let command = "eval \"a=1; export b=2\""
    #expect(
      origins(shell) == ["a": command, "b": command, "c": "eval $i=3", "i": place(shell, "i")])
  }

  @Test func `a value set by a function is written in the file of the function`() {
    let shell = run("# longer than the other\n. /lib\nf", ["/lib": "f() { a=1; }"])
    #expect(shell.variables["a"]?.origin.place?.path == "/lib")
    #expect(place(shell, "a", ["/lib": "f() { a=1; }"]) == "1")
  }

  private func origins(_ shell: ShellEvaluator<ShellTestHost>) -> [String: String] {
    let named = shell.variables.names(beginning: "").map { ($0, place(shell, $0)) }
    return Dictionary(uniqueKeysWithValues: named)
  }

  /// The text at the place where a variable is written.
  private func place(
    _ shell: ShellEvaluator<ShellTestHost>, _ name: String, _ files: [String: String] = [:]
  ) -> String {
    guard let place = shell.variables[name]?.origin.place else { return "" }
    let text = files[place.path] ?? shell.host.script
    return SourceFile(path: place.path, bytes: Array(text.utf8)).text(place.span)
  }
}
