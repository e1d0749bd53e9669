import SourceText
import Testing

@testable import HostModel

/// The conditions of test(1).
struct ShellTestTests {
  @Test(
    arguments: [
      (
        #"[ a = a ] && echo 1; [ a != a ] || echo 2; [ -n "" ] || echo 3; [ -z "" ] && echo 4"#,
        ["1", "2", "3", "4"]
      ),
      ("[ a = b ] || [ c = c ] && echo chain", ["chain"]),
      (#"[ "x$u" = x ] && echo y"#, ["y"]),
      ("test a = b; echo $?", ["1"]),
      (#"[ "a b" = "a b" ]; echo $?"#, ["0"]),
      ("[ a == a ]; echo $?", ["0"]),
    ] as [(String, [String])])
  func `texts are compared`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("[ 1 -eq 01 ] && echo y", ["y"]),
      ("[ 10 -gt 9 ] && echo n", ["n"]),
      (
        "[ 1 -eq 1 ] && [ 2 -ne 3 ] && [ 3 -ge 3 ] && [ 3 -le 3 ] && [ 1 -lt 2 ] && echo all",
        ["all"]
      ),
      ("[ a -eq 1 ] 2>/dev/null; echo $?", ["2"]),
      (#"[ "" -eq 0 ] 2>/dev/null; echo $?"#, ["2"]),
      (
        #"[ " 1" -eq 1 ]; echo $?; [ 1 -eq "1 " ]; echo $?; [ +1 -eq 1 ]; echo $?; [ -1 -lt 0 ]; echo $?"#,
        ["0", "0", "0", "0"]
      ),
    ] as [(String, [String])])
  func `numbers are compared`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("[ 2 -gt 1 -a 3 -lt 4 ] && echo a; [ 1 -gt 2 -o 1 -eq 1 ] && echo o", ["a", "o"]),
      (
        #"[ ! -z a ] && echo n; [ ! a = b ] && echo m; [ \( a = a \) ] && echo p"#, ["n", "m", "p"]
      ),
      (#"[ -z "" -o x = y ] && echo 1; [ x = y -o -z "" -a -n "" ] || echo 2"#, ["1", "2"]),
      (#"[ ! 1 = 2 -a 3 = 3 ] && echo p; [ ! \( 1 = 2 \) ] && echo q"#, ["p", "q"]),
      (#"[ \( 1 = 1 -o 1 = 2 \) -a 2 = 2 ] && echo r"#, ["r"]),
      (#"test "" -o a; echo $?; test a -a ""; echo $?"#, ["0", "1"]),
    ] as [(String, [String])])
  func `conditions are joined and turned round`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (
        #"[ a ]; echo $?; [ "" ]; echo $?; [ ]; echo $?; [ ! ]; echo $?; [ ! "" ]; echo $?; [ -n ]; echo $?"#,
        ["0", "1", "1", "0", "0", "0"]
      ),
      (
        #"[ -n = -n ]; echo $?; [ = = = ]; echo $?; [ ! = ! ]; echo $?; [ "(" = ")" ]; echo $?; [ -a = -a ]; echo $?"#,
        ["0", "0", "0", "1", "0"]
      ),
      (
        #"[ = ]; echo $?; [ -f ]; echo $?; [ ! -f ]; echo $?; [ "(" x ")" ]; echo $?"#,
        ["0", "0", "1", "0"]
      ),
      ("test ! a; echo $?; test -z; echo $?; test; echo $?", ["1", "0", "1"]),
      ("[ x = x 2>/dev/null ; echo $?", ["2"]),
      ("[ 1 = 1 = 1 ] 2>/dev/null; echo $?", ["2"]),
    ] as [(String, [String])])
  func `the number of words decides what they mean`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("-e /f", 0), ("-f /f", 0), ("-r /f", 0), ("-s /f", 0), ("-d /f", 1), ("-s /empty", 1),
      ("-e /empty", 0), ("-d /d", 0), ("-e /d", 0), ("-f /d", 1), ("-r /d", 0), ("-x /d", 0),
      ("-e /missing", 1), ("-f /missing", 1), ("-x /missing", 1), ("-s /missing", 1),
      ("-d /d/sub", nil), ("-e /d/other", 1), ("! -e /missing", 0), ("-x /f", nil), ("-w /f", nil),
      ("-L /f", nil), ("-h /missing", nil), ("-s /d", nil), ("-e /elsewhere", nil),
      ("-e /locked", nil), ("/f -nt /empty", nil), ("-f /f -a -e /elsewhere", nil),
      ("-f /f -o -e /elsewhere", 0), ("-f /missing -a -e /elsewhere", 1),
    ] as [(String, Int?)])
  func `files are looked up where they were collected`(_ condition: String, _ status: Int?) {
    let files: [String: HostCapture.Entry] = [
      "/f": .file(SourceFile(path: "/f", bytes: [1])),
      "/empty": .file(SourceFile(path: "/empty", bytes: [])),
      "/d": .directory(["sub"]), "/missing": .missing, "/locked": .unreadable("no permission"),
    ]
    #expect(run("[ \(condition) ]", files).status == status)
  }
}
