import Testing

@testable import HostModel

/// The commands that are built into sh(1).
struct ShellBuiltinTests {
  @Test(
    arguments: [
      ("eval 'a=1'; echo $a", ["1"]),
      (#"n=x; eval "${n}_y=5"; echo $x_y"#, ["5"]),
      (#"n=x; x_y=7; eval "z=\$${n}_y"; echo $z"#, ["7"]),
      (#"eval echo a '"b  c"'"#, ["a b  c"]),
      (#"eval "for i in 1 2; do echo \$i; done""#, ["1", "2"]),
      ("eval false; echo $?", ["1"]),
      ("false; eval ''; echo $?", ["0"]),
      (#"a=b; b=c; eval echo \$$a"#, ["c"]),
      (#"for n in a b; do eval "v_$n=\"val $n\""; done; echo "$v_a,$v_b""#, ["val a,val b"]),
      (#"x='echo a; echo b'; eval $x; eval "$x""#, ["a", "b", "a", "b"]),
      (#"e='x y'; eval set -- $e; echo $#; eval "set -- '$e'"; echo $#"#, ["2", "1"]),
      ("eval 'f() { echo fe; }'; f", ["fe"]),
      ("eval 'a=1; b=$a'; echo $b", ["1"]),
    ] as [(String, [String])])
  func `eval runs its words as code`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("echo abcdef | cut -b 2-3", ["bc"]), ("printf 'abc\\nd\\n' | cut -b2-", ["bc", ""]),
      ("echo abc | cut -c -2; echo abc | /usr/bin/cut -b 3", ["ab", "c"]),
      ("a=$(echo name-of-a-jail-that-is-long | cut -b 1-15); echo $a", ["name-of-a-jail-"]),
      ("echo abcd | cut -b 2-4 | cut -b 1", ["b"]), ("echo abc | { cut -b 1; }", ["a"]),
    ] as [(String, [String])])
  func `cut takes a range of what is in front of the bar`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(arguments: [
    "cut -b 1", "cut -b 1 /etc/motd", "echo a | cut -f 1", "echo a | cut -b 0",
    "echo a | cut -b 3-2",
    "echo a | cut -b 1,3", "other | cut -b 1", "echo a | cut -b -", "echo a | cut",
  ])
  func `cut is not followed where its range or its input isn't known`(_ script: String) {
    let shell = run(script)
    #expect(shell.console.allLines == [])
    #expect(!shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"set -- a b c; shift; echo $1 $#; shift 2; echo "<$1>" $#"#, ["b 2", "<> 0"]),
      ("set a b; echo $2; set -- -x; echo $1", ["b", "-x"]),
      (#"set +x; echo "$#""#, ["0"]),
      ("set --; echo $#; set -- ''; echo $#", ["0", "1"]),
      ("set -- a b; shift 0; echo $#", ["2"]),
      ("set -- 1 2 3; shift 4; echo $? $#", ["1 3"]),
      (#"set -- -n x; echo "$@""#, ["x"]),
      ("set -- 1 2; set +e; echo $#", ["2"]),
    ] as [(String, [String])])
  func `set and shift change the arguments`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (#"a=1; unset a; echo "${a-unset}""#, ["unset"]),
      ("unset -v nothing; echo $?", ["0"]),
      ("a=1; b=2; unset a b; echo ${a-u}${b-u}", ["uu"]),
      ("export A=1 B; echo $A", ["1"]),
      ("export A; A=2; echo $A", ["2"]),
      (#"export "Q=a b"; echo "$Q""#, ["a b"]),
      ("n=W; export $n=5; echo $W", ["5"]),
      (#"n=W; export "${n}_x=a b"; echo "$W_x""#, ["a b"]),
      (#"export X="a b" Z=$X; echo "$X<$Z>""#, ["a b<>"]),
      ("readonly R=1; echo $R", ["1"]),
      (#"setvar a "b c"; echo "$a""#, ["b c"]),
    ] as [(String, [String])])
  func `unset and export change variables`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("exit 3; echo no", []),
      ("f() { exit 2; }; f; echo no", []),
      ("return 3; echo no", []),
      ("(exit 300); echo $?", ["44"]),
      ("f() { return 5; }; f; echo $?", ["5"]),
      (
        "f() { case $1 in a) return 1;; esac; echo after; }; f a; echo $?; f b; echo $?",
        ["1", "after", "0"]
      ),
      ("f() { echo a; return; echo b; }; x=$(f); echo $x", ["a"]),
    ] as [(String, [String])])
  func `return and exit leave with a status`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("echo -n a; echo b", ["ab"]),
      ("echo -n; echo x", ["x"]),
      ("echo", [""]),
      (#"echo "a  b" c"#, ["a  b c"]),
      ("echo a -n", ["a -n"]),
      (#"printf '%s\n' a b c"#, ["a", "b", "c"]),
      (#"printf '%s-%s\n' a b c"#, ["a-b", "c-"]),
      (
        #"printf 'x\ty\n'; printf '%%\n'; printf '%d\n' 5; printf 'no newline'; echo"#,
        ["x\ty", "%", "5", "no newline"]
      ),
      (#"printf 'a'; printf 'b\n'; printf '%s\n'"#, ["ab", ""]),
      (#"printf '%d %s\n' 1 a 2 b"#, ["1 a", "2 b"]),
      (#"printf -- '-x\n'"#, ["-x"]),
      (#"printf 'a\\b\n'"#, [#"a\b"#]),
      (#"echo '\t'"#, [#"\t"#]),
      (#"echo "$(printf '%s,' a b)""#, ["a,b,"]),
    ] as [(String, [String])])
  func `echo and printf print their arguments`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("echo x >/dev/null; echo y", ["y"]),
      (#"a=$(echo x 2>/dev/null); echo "<$a>""#, ["<x>"]),
      (#"a=$(echo x >/dev/null); echo "<$a>""#, ["<>"]),
      ("{ echo x; } >/dev/null; echo y", ["y"]),
      ("if true; then echo x; fi >/dev/null; echo y", ["y"]),
      ("for i in 1; do echo x; done >/dev/null; echo y", ["y"]),
      ("f() { echo x; }; f >/dev/null; echo y", ["y"]),
      ("f() { echo out; } >/dev/null; f; echo y", ["y"]),
      ("eval 'echo x' >/dev/null; echo y", ["y"]),
      (#"a=$({ echo x; } 2>/dev/null); echo "<$a>""#, ["<x>"]),
      (#"a=$(echo x 2>&1); echo "<$a>""#, ["<x>"]),
      (#"a=$(echo x >/dev/null 2>&1; echo y); echo "<$a>""#, ["<y>"]),
      ("echo x >&2; echo y", ["x", "y"]),
      (#"a=$(echo x >&2); echo "<$a>""#, ["x", "<>"]),
      ("no_such 2>/dev/null; echo $?", ["127"]),
      ("no_such >/dev/null 2>&1; echo $?", ["127"]),
    ] as [(String, [String])])
  func `redirections take output away`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("command echo x", ["x"]),
      ("echo() { :; }; command echo x", ["x"]),
      (#"f() { command echo "$@"; }; f a b"#, ["a b"]),
    ] as [(String, [String])])
  func `command passes over functions`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }
}
