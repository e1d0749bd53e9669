import SourceText
import TestHosts
import Testing

@testable import HostModel

/// Scripts that never end or grow without end are given up in time.
struct ShellBoundTests {
  @Test(arguments: [
    "while :; do :; done", "until false; do a=1; done", "while :; do (:); done",
    "while :; do a=$(echo x); done", "while :; do f; f() { :; }; done", "while :; do no_such; done",
    "while :; do other; done", "while :; do continue; done", "while :; do a=$((a + 1)); done",
  ])
  func `a loop that never ends is left`(_ loop: String) {
    let shell = run("\(loop)\nb=1")
    #expect(!shell.unknowns.isEmpty)
    #expect(shell.stopped == nil)
    #expect(shell.variables.text("b") == "1")
  }

  @Test func `what a loop that never ends sets is unknown`() {
    #expect(run("while :; do a=1; done").variables["a"]?.unknown != nil)
    #expect(run("while :; do :; done; if true; then a=1; fi").variables["a"]?.unknown != nil)
    #expect(run("a=0; while :; do a=$((a + 1)); done").variables["a"]?.unknown != nil)
  }

  @Test func `a long loop that ends is followed`() {
    let shell = run("i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); done")
    #expect(shell.variables.text("i") == "5000")
    #expect(shell.unknowns.isEmpty)
  }

  @Test(arguments: [
    "f() { f; }; f", "f() { if :; then f; fi; }; f", "f() { a=$(f); }; f", "f() { (f); }; f",
    "f() { f | f; }; f", "f() { f; f; }; f", "f() { eval f; }; f", "f() { f && f || f; }; f",
    "f() { while f; do f; done; }; f", "f() { for i in 1 2; do f; done; }; f",
    "f() { case x in x) f;; esac; }; f", "f() { local x=1; f \"$@\" a; }; f",
    "f() { g; }; g() { f; }; f", "x='eval \"$x\"'; eval \"$x\"", "x='eval \"$x$x\"'; eval \"$x\"",
    ". /etc/self", "f() { . /etc/self; }; f",
  ])
  func `code that calls itself is left`(_ script: String) {
    let shell = run("\(script)\nb=1", ["/etc/self": "a=1; . /etc/self; a=2"])
    #expect(!shell.unknowns.isEmpty)
    #expect(shell.variables.text("b") == "1")
  }

  @Test(arguments: ["x=?", "echo ?", "echo \"?\"", "case ? in x) ;; esac", "x=${y%?}", "x=$((?))"])
  func `words that call functions from deep inside are left`(_ word: String) {
    let nested = String(repeating: "${a:-", count: 90) + "$(f)" + String(repeating: "}", count: 90)
    let command = word.split(separator: "?", omittingEmptySubsequences: false)
      .joined(separator: nested)
    let shell = run("y=1; f() { \(command); }; f\nb=1")
    #expect(!shell.unknowns.isEmpty)
    #expect(shell.variables.text("b") == "1")
  }

  @Test func `functions may call one another as deep as scripts do`() {
    let shell = run("f() { [ $1 = 0 ] && echo done || f $(($1 - 1)); }; f 30")
    #expect(shell.console.allLines == ["done"])
    #expect(shell.unknowns.isEmpty)
  }

  @Test(arguments: [
    "a=xx; while :; do a=$a$a; done", "a=xx; while :; do a=\"$a$a\"; echo $a; done",
    "a=x; while :; do a=\"$a $a\"; set -- $a; done", "a=x; while :; do a=${b:-$a$a}; done",
    "set -- a; while :; do set -- \"$@\" \"$@\"; a=$*; done",
    "a=xx; while :; do a=${a:+$a$a}; done",
    "a=$(while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done)",
    "a=xx; while :; do a=$(printf '%s%s' \"$a\" \"$a\"); done",
    "a=x; while :; do eval \"a=$a$a\"; done",
    "a=xx; while :; do export a=$a$a; done", "IFS=:; a=:; while :; do a=$a$a; set -- $a; done",
    "a=xx; while :; do a=$a$a; i=$((i + 1)); eval \"v$i=\\$a\"; done",
  ])
  func `a value that grows without end becomes unknown`(_ script: String) {
    let shell = run(script)
    #expect(shell.variables["a"]?.unknown != nil)
    let total = shell.variables.all.reduce(0) { $0 + $1.value.text.utf8.count }
    let printed = shell.console.allLines.reduce(0) { $0 + $1.utf8.count }
    let passed = shell.arguments.reduce(0) { $0 + $1.utf8.count }
    #expect(total < 32 << 20)
    #expect(printed < 32 << 20)
    #expect(passed < 4 << 20)
  }

  @Test func `a long value is kept up to its bound`() {
    let grow = "a=x; i=0; while [ $i -lt 20 ]; do a=$a$a; i=$((i + 1)); done"
    #expect(run(grow).variables.text("a").utf8.count == 1 << 20)
    #expect(run("\(grow); b=${a}x").variables["b"]?.unknown == "a text too long to follow")
  }

  @Test(arguments: [
    "b=${a%%*x*x*x*y}", "b=${a##*y*x}", "b=${a#$a}", "b=${a%%[xy]*[z]*[x]}",
    "case $a in *x*x*x*x*y) b=1;; *) b=2;; esac", "set -- ${a%x*x*x*x*z}; b=1",
  ])
  func `patterns do not take the forecast's time`(_ script: String) {
    let shell = run("a=xx; i=0; while [ $i -lt 15 ]; do a=$a$a; i=$((i + 1)); done; \(script)")
    #expect(shell.variables["b"] != nil)
  }

  @Test func `no script traps`() {
    var random = SeededNumbers(seed: 11)
    let words = [
      "a=1", "$a", "\"$@\"", "${a#*}", "${a:-", "}", "$(", ")", "`", "if", "then", "fi", "for",
      "in",
      "do", "done", "while", "case", "esac", ";;", ";", "\n", "&&", "||", "|", "&", "f()", "{", "}",
      "eval", ".", "/f", "set", "--", "shift", "99", "break", "continue", "return", "exit", "[",
      "]",
      "-eq", "-a", "!", "(", "$((", "))", "9223372036854775807", "+", "*", "-", "%", "0", "'", "\"",
      "\\", "export", "local", "unset", "printf", "%s%d\\n", "echo", "-n", "IFS=:", "?", "[a-", "é",
      "\u{0}", "\r\n", "read", "1>&2", ">/dev/null", "<<X", "X", "${#", "$", "~", "x'y", "a+=1",
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...14, using: &random)
      let script = (0..<count).map { _ in random.pick(words) }
        .joined(separator: random.pick([" ", " ", ""]))
      _ = run(script, ["/f": script])
    }
  }
}
