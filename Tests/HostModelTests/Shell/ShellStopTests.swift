import SourceText
import Testing

@testable import HostModel

/// What ends the shell, and the line it leaves on the console.
struct ShellStopTests {
  @Test(arguments: [
    (". /missing; a=1", "/etc/rc.conf: cannot open /missing: No such file or directory"),
    (". /folder; a=1", "/etc/rc.conf: cannot open /folder: No such file or directory"),
    ("echo ${u?}; a=1", "/etc/rc.conf: u: parameter not set"),
    ("echo ${u:?gone away}; a=1", "/etc/rc.conf: u: gone away"),
    ("u=; echo ${u:?}; a=1", "/etc/rc.conf: u: parameter not set"),
    ("f() { echo ${u?}; }; f; a=1", "/etc/rc.conf: u: parameter not set"),
    ("echo ${u!}; a=1", "/etc/rc.conf: Bad substitution"),
    ("export a.b=1; a=1", "export: a.b: bad variable name"),
    ("export 1a; a=1", "export: 1a: bad variable name"),
    ("shift x; a=1", "shift: Illegal number: x"),
    ("return 3x; a=1", "return: Illegal number: 3x"),
    ("exit -1; a=1", "exit: Illegal number: -1"),
    ("while :; do break x; done; a=1", "break: Illegal number: x"),
    ("eval 'if'; a=1", "eval: 1: Syntax error: end of file unexpected"),
    (
      "while :; do . /missing; done; a=1",
      "/etc/rc.conf: cannot open /missing: No such file or directory"
    ),
    ("x\n'open\n", "/etc/rc.conf: 2: Syntax error: Unterminated quoted string"),
    (". /broken; a=1", "/broken: 2: Syntax error: \")\" unexpected"),
  ])
  func `a mistake ends the shell with a line`(_ script: String, _ line: String) {
    let shell = run(
      script,
      [
        "/missing": .missing, "/folder": .directory([]),
        "/broken": .file(SourceFile(path: "/broken", bytes: Array("b=1\n)\n".utf8))),
      ])
    #expect(shell.stopped == line)
    #expect(shell.console.allLines.last == line)
    #expect(shell.status == 2)
    #expect(shell.variables["a"] == nil)
  }

  @Test func `what stands in front of a syntax error has run`() {
    #expect(run("a=1\n. /broken", ["/broken": "b=2\n)\nc=3\n"]).variables.text("b") == "2")
    #expect(run("a=1\nif\n").variables.text("a") == "1")
  }

  @Test func `exit ends the shell without a line`() {
    let shell = run("a=1; exit 3; a=2")
    #expect(shell.stopped == "/etc/rc.conf: exit")
    #expect(shell.status == 3)
    #expect(shell.console.allLines == [])
    #expect(shell.variables.text("a") == "1")
  }

  @Test(arguments: ["(. /missing)", "x=$(. /missing)", "(exit 2)", "x=$(exit 2)", "(echo ${u?})"])
  func `a subshell ends alone`(_ script: String) {
    let shell = run("\(script); b=$?; a=1", ["/missing": .missing])
    #expect(shell.stopped == nil)
    #expect(shell.variables.text("a") == "1")
    #expect(shell.variables.text("b") == "2")
  }

  @Test(arguments: [
    ("return; a=1", ""), (". /lib; a=2", "2"), ("f() { . /lib; a=3; }; f", "3"),
  ])
  func `return ends a file or a function`(_ script: String, _ text: String) {
    let shell = run(script, ["/lib": "b=1; return 4; b=2"])
    #expect(shell.stopped == nil)
    #expect(shell.variables.text("a") == text)
    #expect(shell.variables.text("b") != "2")
  }

  @Test func `a file that was sourced shares the variables and functions`() {
    let shell = run(
      "a=1; . /lib; f x; echo \"$b\"", ["/lib": "b=$a$1; f() { echo \"in $1\"; }"])
    #expect(shell.console.allLines == ["in x", "1"])
  }
}
