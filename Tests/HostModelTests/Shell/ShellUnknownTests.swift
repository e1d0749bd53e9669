import SourceText
import Testing

@testable import HostModel

/// What depends on an unknown command is unknown, and never a guess.
struct ShellUnknownTests {
  @Test(arguments: [
    "a=$(other)", "a=x$(other)y", "a=$(echo x; other)", "a=$(known | other)", "export a=$(other)",
    "b=$(other); a=$b", "b=$(other); a=${b%x}", "b=$(other); a=${c:-$b}", "b=$(other); a=${b:-x}",
    "b=$(other); a=${b:+x}", "b=$(other); a=${#b}", "b=$(other); a=$((b + 1))", "a=$((x(y)))",
    "b=$(other); c=xyz; a=${c%$b}", "a=1; b=$((a = 2))", "a=1; b=$((a += 1))", "a=1; b=$((1, a=2))",
    "other; a=$?", "other; a=$(echo $?)", "a=$$", "a=$!", "a=$-", "a=~", "a=~root/x", "a=$(echo ~)",
    "other && a=1", "other || a=1", "a=1; other && unset a", "if other; then a=1; fi",
    "if other; then :; else a=1; fi", "if other; then :; elif a=1; then :; fi",
    "if other; then read a; fi", "if other; then export a=1; fi", "if other; then eval a=1; fi",
    "if other; then eval 'eval a=1'; fi", "f() { a=1; }; if other; then f; fi",
    "f() { a=1; }; g() { f; }; other && g", "if other; then { a=1; }; fi", "other && ! a=1",
    "while other; do a=1; done", "until other; do a=1; done", "for a in $(other); do :; done",
    "for i in $(other); do a=$i; done", "for i in 1 $(other); do a=1; done",
    "case $(other) in x) a=1;; esac", "case x in $(other)) a=1;; y) :;; esac",
    "if other; then for a in x; do :; done; fi", "if other; then case x in x) a=1;; esac; fi",
    "echo x | read a; read a", "a=1; read a", "a=1; read -r b a", "getopts x a", "a=1; read b c a",
    "set -- $(other); a=$1", "set -- $(other); a=$*", "set -- $(other); a=$#",
    "set -- $(other); a=$@",
    "set -- x; other && shift; a=$1", "set -- x; other && set -- y; a=$1",
    "set -- $(other); for a; do :; done", "set -- $(other); f() { a=1; }; f $1",
    "eval \"a=$(other)\"", "IFS=$(other); b=x; set -- $b; a=$1",
    "b=$(other); eval \"a=$b\"", "b=$(other); f() { a=$1; }; f $b", "setvar a $(other)",
    "b=$(other); [ $b ] && a=1", "[ -e /unseen ] && a=1", "test -x /f && a=1", "a=$(. /unseen)",
    "command -v x && a=1", "a=$(printf %x 1)", "a=$(echo -e 'x')", "a=`echo x 2>/dev/null`",
    "a=$(other > /dev/null)", "a=$(other 2>&1)", "a=$(alias x)", "a=$(type x)", "a=$(pwd)",
  ])
  func `a value that nobody knows is said to be unknown`(_ script: String) {
    let shell = run(script, ["/f": ""])
    #expect(shell.variables["a"]?.unknown != nil)
  }

  @Test(arguments: [
    ("other; a=1", "1"), ("(other && a=2); a=${a-1}", "1"), ("other | a=2; a=${a-1}", "1"),
    ("a=1; (read a)", "1"), ("a=1; echo x | read a", "1"),
    ("a=1; f() { local a; read a; }; f", "1"),
    ("a=$(known)", "output"), ("known && a=1", "1"), ("other && a=2; a=1", "1"),
    ("a=1; b=$((a == 2))", "1"), ("a=1; b=$((a <= 2))", "1"), ("a=1; b=$((a != 2))", "1"),
    ("b=$(other); a=${c:-1}", "1"), ("b=$(other); a=${c-${b+1}}", "1"),
    ("set -- $(other); set -- 1; a=$1", "1"), ("f() { a=$1; }; set -- $(other); f 1", "1"),
    ("b=$(other); b=1; a=$b", "1"), ("true || other; a=1", "1"), ("a=1; other=2", "1"),
    ("false && other; a=$?", "1"), ("a='~'", "~"), ("a=\\~", "~"), ("a=x~", "x~"),
  ])
  func `a value that does not depend on it is known`(_ script: String, _ text: String) {
    let value = run(script).variables["a"]
    #expect(value?.text == text)
    #expect(value?.unknown == nil)
  }

  @Test(arguments: [
    ("other x", "`other` is not followed"), ("/usr/bin/other", "`/usr/bin/other` is not followed"),
    ("set -e", "`set -e` is not followed"), ("set -eu", "`set -eu` is not followed"),
    ("read x", "`read` is not followed"), (". /unseen", "/unseen was not collected"),
    (". /locked", "/locked: no permission"), (". relative", "relative was not collected"),
    ("echo -e x", "`echo -e` is not followed"),
    ("printf '%5s' x", "printf with a format that is not followed"),
    ("[ -e /unseen ] || a=1", "depends on an unknown command"),
  ])
  func `what is passed over is noted with its place`(_ script: String, _ reason: String) {
    let shell = run("a=1\n\(script)", ["/locked": .unreadable("no permission")])
    #expect(shell.unknowns.first?.reason == reason)
    #expect(shell.unknowns.first?.place.path == "/etc/rc.conf")
    #expect(shell.unknowns.first.map { $0.place.span.lower >= 4 } == true)
    #expect(shell.stopped == nil)
  }

  @Test(
    arguments: [
      ("no_such=1 no_such", "/etc/rc.conf: no_such: not found"),
      ("a = 1; foo_enable = \"YES\"", "/etc/rc.conf: foo_enable: not found"),
      ("192.0.2.1/24", nil), ("192.0.2.1", "/etc/rc.conf: 192.0.2.1: not found"),
      ("ifconfig_em0.1=x", "/etc/rc.conf: ifconfig_em0.1=x: not found"),
      ("''", "/etc/rc.conf: : not found"), ("other", nil),
      ("a+=1", "/etc/rc.conf: a+=1: not found"),
    ] as [(String, String?)])
  func `a word that can be no program is not found`(_ script: String, _ line: String?) {
    #expect(run(script).console.allLines.last == line)
  }

  @Test func `programs are asked of the host with their words`() {
    let shell = run("a='x y'; other \"$a\" $a; known; command known z")
    #expect(shell.host.runs == [["other", "x y", "x", "y"], ["known"], ["known", "z"]])
    #expect(shell.console.allLines == ["output", "output"])
  }
}
