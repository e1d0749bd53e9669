import SourceText
import Testing

@testable import HostModel

/// How words become arguments.
struct ShellFieldTests {
  @Test(
    arguments: [
      (#"a=' x '; set -- $a; echo "<$1>" $#"#, ["<x> 1"]),
      (#"a=' x '; set -- y${a}z; echo $# "$1" "$2" "$3""#, ["3 y x z"]),
      (#"a=; set -- $a; echo $#; set -- "$a"; echo $#; set -- $a""; echo $#"#, ["0", "1", "1"]),
      (#"a="a b c"; set -- $a; echo $2"#, ["b"]),
      ("set -- $(echo 1 2 3); echo $#", ["3"]),
      (#"set -- ""$u''; echo $#"#, ["1"]),
      ("a=\"x\ty\nz\"; set -- $a; echo $# $3", ["3 z"]),
      (
        #"l="1 2  3"; for i in $l; do echo $i; done; for i in "$l"; do echo "$i"; done"#,
        ["1", "2", "3", "1 2  3"]
      ),
      ("$u echo x", ["x"]),
      ("$(echo echo) hi", ["hi"]),
      ("x='echo a; echo b'; $x", ["a; echo b"]),
    ] as [(String, [String])])
  func `what is expanded without quotes is split`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("for i in ${u:-a b}; do echo $i; done", ["a", "b"]),
      (#"for i in ${u:-"a b" c}; do echo "<$i>"; done"#, ["<a b>", "<c>"]),
      (#"for i in x${u:-a b}y; do echo "<$i>"; done"#, ["<xa>", "<by>"]),
      (
        #"a=1; for i in ${a:+x y}; do echo $i; done; for i in ${a:+"x y"}; do echo $i; done"#,
        ["x", "y", "x y"]
      ),
      (#"echo ${u:-"a  b" c}; echo "${u:-"a  b"}""#, ["a  b c", "a  b"]),
      (#"set -- "a b" c; for i in ${1+"$@"}; do echo "<$i>"; done"#, ["<a b>", "<c>"]),
    ] as [(String, [String])])
  func `the words of an operator are split like any other`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (
        #"set -- "a b" c; for i in "$@"; do echo "<$i>"; done; for i in $@; do echo "<$i>"; done; for i in "$*"; do echo "<$i>"; done"#,
        ["<a b>", "<c>", "<a>", "<b>", "<c>", "<a b c>"]
      ),
      (#"set -- a b; for i in "x$@y"; do echo "<$i>"; done"#, ["<xa>", "<by>"]),
      (
        #"set --; for i in "x$@y"; do echo "<$i>"; done; for i in "$@"; do echo "<$i>"; done"#,
        ["<xy>"]
      ),
      (#"set -- a; for i in "$@"""; do echo "<$i>"; done"#, ["<a>"]),
      (
        #"set -- '' a; for i in $@; do echo "<$i>"; done; for i in "$@"; do echo "<$i>"; done"#,
        ["<a>", "<>", "<a>"]
      ),
      (
        #"set -- "a  b" c; a="$@"; echo "$a"; a=$*; echo "$a"; a="$*"; echo "$a""#,
        ["a  b c", "a  b c", "a  b c"]
      ),
      (
        #"set --; echo "<$*>" "<$@>" $#; for i in "$*"; do echo "<$i>"; done; for i in $*; do echo no; done"#,
        ["<> <> 0", "<>"]
      ),
    ] as [(String, [String])])
  func `arguments stay apart in quotes`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("IFS=:; a=x:y:z; for i in $a; do echo $i; done", ["x", "y", "z"]),
      ("a=x:y:z; IFS=:; set -- $a; unset IFS; echo $1 $2 $3", ["x y z"]),
      (#"IFS=,; echo "a,b"; set -- a b; echo "$*""#, ["a,b", "a,b"]),
      (#"IFS=; a="x y"; for i in $a; do echo "<$i>"; done"#, ["<x y>"]),
      (
        #"IFS=' :'; a=' x : y ::z '; for i in $a; do echo "<$i>"; done"#,
        ["<x>", "<y>", "<>", "<z>"]
      ),
      (#"oIFS=$IFS; IFS=.; set -- 1.2.3; set -- $1; IFS=$oIFS; echo "$1-$2""#, ["1-2"]),
      (#"IFS=:; a=:x:; set -- $a; echo $#; unset IFS; echo "<$1><$2>""#, ["2", "<><x>"]),
      (#"IFS=:; a=x::y; set -- $a; unset IFS; echo $# "<$2>""#, ["3 <>"]),
      (#"IFS=' :'; a=' :x'; set -- $a; unset IFS; echo $# "<$1><$2>""#, ["2 <><x>"]),
      (#"IFS=:; set -- "x:y"; unset IFS; echo $# $1"#, ["1 x:y"]),
      ("IFS=:; set -- x:y; unset IFS; echo $# $1", ["1 x:y"]),
      ("IFS=:; set -- $(echo a:b); unset IFS; echo $# $1", ["2 a"]),
      ("IFS=1; set -- $((212)); unset IFS; echo $# $1", ["2 2"]),
      ("IFS=:; set -- ${u:-a:b}; unset IFS; echo $#", ["2"]),
      (#"set -- a b; IFS=-; echo "$*"; a=$*; unset IFS; echo "$a""#, ["a-b", "a-b"]),
      (
        #"f() { local IFS=,; set -- $1; echo $2; }; f a,b; x="c d"; set -- $x; echo $2"#,
        ["b", "d"]
      ),
    ] as [(String, [String])])
  func `IFS says where to split and what joins`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(arguments: [
    ("/d/*", ["/d/a.conf", "/d/b.conf", "/d/sub"]), ("/d/*.conf", ["/d/a.conf", "/d/b.conf"]),
    ("/d/[b-c]*", ["/d/b.conf"]), ("/d/?.conf", ["/d/a.conf", "/d/b.conf"]), ("/d/x*", ["/d/x*"]),
    ("/d/.*", ["/d/.hidden"]), ("/d/*/x", ["/d/sub/x"]), ("/d/*/./x", ["/d/*/./x"]),
    ("/d/*/y", ["/d/*/y"]), ("/none/*", ["/none/*"]), ("/d/a.conf/*", ["/d/a.conf/*"]),
    ("\"/d/*\"", ["/d/*"]), ("/d/\\*", ["/d/*"]), ("$p", ["/d/a.conf", "/d/b.conf"]),
    ("\"$p\"", ["/d/*.conf"]), ("[", ["["]), ("/d/[", ["/d/["]), ("/d/a'*'", ["/d/a*"]),
    ("/d/\"a\"*", ["/d/a.conf"]),
  ])
  func `a pattern stands for the files it matches`(_ word: String, _ fields: [String]) {
    let shell = run("p='/d/*.conf'; set -- \(word); for i; do echo \"$i\"; done", Self.folder)
    #expect(shell.console.allLines == fields)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(arguments: ["/e/*", "/*/a.conf", "*", "a?", "/d/*/x/*", "$q"])
  func `a pattern in a folder nobody collected is not known`(_ word: String) {
    let shell = run("q='/e/*'; for i in \(word); do a=$i; done; b=\(word)", Self.folder)
    #expect(shell.variables["a"]?.unknown != nil)
    #expect(shell.variables["b"]?.unknown == nil)
  }

  private static let folder: [String: HostCapture.Entry] = [
    "/": .directory(["d", "e"]), "/d": .directory([".hidden", "a.conf", "b.conf", "sub"]),
    "/d/a.conf": .file(SourceFile(path: "/d/a.conf", bytes: [])),
    "/d/b.conf": .file(SourceFile(path: "/d/b.conf", bytes: [])),
    "/d/sub": .directory(["x"]), "/none": .missing,
  ]
}
