import Testing

@testable import HostModel

/// Conditions, loops, functions and processes.
struct ShellCommandTests {
  @Test(
    arguments: [
      ("if true; then echo t; else echo f; fi", ["t"]),
      ("if false; then echo t; elif true; then echo e; else echo f; fi", ["e"]),
      ("if false; then :; fi; echo $?", ["0"]),
      ("false || echo or; true && echo and; false && echo no; true || echo no", ["or", "and"]),
      ("false && true; echo $?", ["1"]),
      ("! false; echo $?; ! true; echo $?", ["0", "1"]),
      ("true && ! false && echo z", ["z"]),
      ("if (exit 0) then echo par; fi", ["par"]),
      ("if a=$(false); then echo y; else echo n; fi", ["n"]),
      ("{ (exit 4); }; echo $?", ["4"]),
      ("! (exit 1); echo $?", ["0"]),
    ] as [(String, [String])])
  func `lists and conditions follow the status`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"for i in a b "c d"; do echo "<$i>"; done"#, ["<a>", "<b>", "<c d>"]),
      ("for i in; do echo $i; done; echo $?", ["0"]),
      ("set -- a b; for i; do echo $i; done", ["a", "b"]),
      ("i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done; echo $?", ["0", "1", "2", "0"]),
      ("i=3; until [ $i -le 0 ]; do i=$((i-1)); done; echo $i", ["0"]),
      ("while true; do false; break; done; echo $?", ["0"]),
      ("i=0; while [ $i -lt 2 ]; do i=$((i+1)); false; done; echo $?", ["1"]),
      ("for i in 1; do false; done; echo $?", ["1"]),
      ("for i in a b; do for i in c d; do :; done; done; echo $i", ["d"]),
      ("while false; do :; done; echo $?", ["0"]),
      ("for if in a; do echo $if; done", ["a"]),
    ] as [(String, [String])])
  func `loops end and leave their status`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (
        "for i in 1 2 3 4; do if [ $i = 2 ]; then continue; fi; if [ $i = 4 ]; then break; fi; echo $i; done",
        ["1", "3"]
      ),
      (
        "for i in 1 2; do for j in a b; do if [ $j = b ]; then continue 2; fi; echo $i$j; done; done",
        ["1a", "2a"]
      ),
      ("for i in 1 2; do for j in a b; do break 2; done; echo no; done; echo $i", ["1"]),
      ("break; echo after", ["after"]),
      ("while :; do break; done; echo $?", ["0"]),
      ("while true; do while true; do break 5; done; echo no; done; echo end", ["end"]),
      ("for i in 1 2; do eval break; done; echo $i", ["1"]),
      ("for i in 1 2; do (break); echo $i; done", ["1", "2"]),
      ("for i in a b c; do case $i in b) continue;; esac; echo $i; done", ["a", "c"]),
      (
        "f() { for j in 1 2; do break; done; echo in; }; for i in 1 2; do f; done; echo $i",
        ["in", "in", "2"]
      ),
      ("f() { break; }; for i in 1 2; do f; echo no; done; echo $i", ["1"]),
      ("i=0; while i=$((i+1)); [ $i -lt 5 ] || break; do continue; done; echo $i", ["5"]),
    ] as [(String, [String])])
  func `break and continue leave as many loops as they say`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("case abc in a*) echo 1;; *) echo 2;; esac", ["1"]),
      ("case abc in x|ab?) echo 1;; *) echo 2;; esac", ["1"]),
      (
        "case 'a*' in 'a*') echo q;; esac; case ab in 'a*') echo q;; a*) echo u;; esac", ["q", "u"]
      ),
      (#"case "" in "") echo e;; esac"#, ["e"]),
      ("case x in y) ;; esac; echo $?", ["0"]),
      (
        #"p='a*'; case abc in $p) echo y;; esac; case abc in "$p") echo n;; *) echo q;; esac"#,
        ["y", "q"]
      ),
      ("case a in a) echo 1; false;; esac; echo $?", ["1", "1"]),
      ("case x in (x) echo paren;; esac", ["paren"]),
      ("case $(echo x) in x) echo subst;; esac", ["subst"]),
      (#"case "a b" in a\ b) echo esc;; esac"#, ["esc"]),
      ("x='a|b'; case a in $x) echo no;; *) echo lit;; esac", ["lit"]),
      (#"v=YES; case "$v" in [Yy][Ee][Ss]) echo yes;; esac"#, ["yes"]),
      ("x=b; case b in [$x]) echo y;; *) echo n;; esac", ["y"]),
      ("case a in a) echo 1;& b) echo 2;; c) echo 3;; esac", ["1", "2"]),
    ] as [(String, [String])])
  func `case takes the first pattern that matches`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"f() { echo "f $1 $#"; return 3; echo no; }; f x y; echo $?"#, ["f x 2", "3"]),
      ("f() { a=1; }; f; echo $a", ["1"]),
      ("f() { set -- x y; echo $1; }; set -- a; f; echo $1", ["x", "a"]),
      ("f() { shift; echo $1; }; f 1 2", ["2"]),
      ("f() { return; }; false; f; echo $?", ["1"]),
      ("f() { for i in 1 2; do return 7; done; }; f; echo $?", ["7"]),
      ("f() ( a=5; ); a=1; f; echo $a", ["1"]),
      ("f() { f2() { echo inner; }; }; f; f2", ["inner"]),
      ("f() { f() { echo second; }; echo first; }; f; f", ["first", "second"]),
      (#"f() { echo $#:$*; }; f; f a; f "a b" c; f """#, ["0:", "1:a", "2:a b c", "1:"]),
      ("f() { while [ $# -gt 0 ]; do echo $1; shift; done; }; f a b c", ["a", "b", "c"]),
      (
        #"f() { if [ "$1" ]; then return 0; else return 1; fi; }; f a && echo y; f || echo n"#,
        ["y", "n"]
      ),
      ("f() { a=$1; [ $a -gt 0 ] && f $((a-1)); echo $a; }; f 3", ["0", "0", "0", "0"]),
      (#"f() { echo "$1"; }; f "$(f a)""#, ["a"]),
      ("g() { echo g; }; f() { g; }; f", ["g"]),
      ("f() { echo f; }; unset -f f; unset -v f; echo $?", ["0"]),
    ] as [(String, [String])])
  func `functions have arguments and a status of their own`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("f() { local a; a=1; echo $a; }; a=0; f; echo $a", ["1", "0"]),
      (
        "f() { local a=1 b=2; g; echo $a; }; g() { echo $a; a=5; }; a=0; f; echo $a",
        ["1", "5", "0"]
      ),
      ("f() { local x; unset x; echo ${x-u}; }; x=0; f; echo $x", ["u", "0"]),
      ("f() { local x=$1; [ $x -gt 0 ] && f $((x-1)); echo $x; }; f 2", ["0", "1", "2"]),
      ("f() { local x=1; f2; }; f2() { x=2; }; x=0; f; echo $x", ["0"]),
      ("f() { local y=1; }; f; echo ${y-unset}", ["unset"]),
      ("f() { local x; echo $x; }; x=out; f", ["out"]),
      ("a=1; f() { unset a; }; f; echo ${a-u}", ["u"]),
    ] as [(String, [String])])
  func `local variables end with their function`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("a=1; (a=2; echo $a); echo $a", ["2", "1"]),
      ("(exit 4); echo $?", ["4"]),
      ("{ a=2; echo $a; }; echo $a", ["2", "2"]),
      (#"(echo sub; exit 2) || echo "st $?""#, ["sub", "st 2"]),
      ("(set -- x; echo $1); echo $#", ["x", "0"]),
      ("a=1; echo x | a=2; echo $a", ["1"]),
      ("true | false; echo $?; false | true; echo $?; ! true | false; echo $?", ["1", "0", "0"]),
      ("a=$(true | false); echo $?", ["1"]),
      ("f() { exit 3; }; (f); echo $?", ["3"]),
      (#"(echo "${u?}") 2>/dev/null; echo "st $?""#, ["st 2"]),
      (
        #"a=$(echo "${u?}" 2>/dev/null); echo "st $?""#,
        ["/etc/rc.conf: u: parameter not set", "st 2"]
      ),
      (#"(a=1; b=2) & wait; echo "<$a>""#, ["<>"]),
      ("echo a | { echo b; }; echo c", ["b", "c"]),
      ("(return 3); echo $?", ["3"]),
    ] as [(String, [String])])
  func `what a subshell sets is gone after it`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }
}
