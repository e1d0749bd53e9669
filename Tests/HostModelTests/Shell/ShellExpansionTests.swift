import Testing

@testable import HostModel

/// Parameters, command substitution and arithmetic.
struct ShellExpansionTests {
  @Test(
    arguments: [
      (#"a=; echo "<$a><${a-u}><${a:-e}>""#, ["<><><e>"]),
      (#"echo "<${b-u}><${b:-e}><${b+s}><${b:+s}>""#, ["<u><e><><>"]),
      (#"a=v; echo "<${a-u}><${a:-e}><${a+s}><${a:+s}>""#, ["<v><v><s><s>"]),
      (#"a=; echo "<${a+s}><${a:+s}>""#, ["<s><>"]),
      ("echo ${c=1}$c; echo ${c:=2}", ["11", "1"]),
      (#"c=; echo "<${c=1}>"; echo ${c:=2}$c"#, ["<>", "22"]),
      (": ${v:=default}; echo $v", ["default"]),
      ("a=${b:=c}${b}; echo $a", ["cc"]),
      (#"echo ${u:='x  y'}; echo "$u""#, ["x y", "x  y"]),
      ("echo ${u:-${v:-deep}}", ["deep"]),
      (#"echo ${u:-$(echo a b)} "${u:-$(echo a  b)}""#, ["a b a b"]),
      (#"echo "${u:-a b}" "${u:-'q'}""#, ["a b 'q'"]),
      ("a=1; unset a; a=${a:-2}; echo $a", ["2"]),
      (#"set --; echo "${1-d}" "${1:-e}" "<${1+s}>""#, ["d e <>"]),
      (#"set -- x; echo "${1-d}" "${1+s}" "${2-d}""#, ["x s d"]),
      (#"set --; echo "${@-none}" "<${@+some}>""#, ["none <>"]),
      (#"set -- a; echo "${@-none}" "${*+some}""#, ["a some"]),
    ] as [(String, [String])])
  func `operators look at whether a parameter is set`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      (
        "a=path/to/file.tar.gz; echo ${a%.*} ${a%%.*} ${a#*/} ${a##*/}",
        ["path/to/file.tar path/to/file to/file.tar.gz file.tar.gz"]
      ),
      ("a=aaa; echo ${a%a} ${a%%a*} ${a#a} ${a##*a}x", ["aa aa x"]),
      (#"a='a*b'; echo "${a%\*b}" "${a%'*b'}" "${a%"*b"}" "${a%*b}""#, ["a a a a*"]),
      (#"a=foo; p='f*'; echo "${a#$p}|${a##$p}|${a#"$p"}""#, ["oo||foo"]),
      (
        "a=abcabc; echo ${a#*b} ${a##*b} ${a%b*} ${a%%b*} ${a#a?c} ${a%[abc]} ${a%%[!x]*}x",
        ["cabc c abca a abc abcab x"]
      ),
      (
        "a=/usr/local/etc/rc.d; echo ${a%/rc.d} ${a#/} ${a##/*/}",
        ["/usr/local/etc usr/local/etc/rc.d rc.d"]
      ),
      (#"a='a b c'; echo "${a% *}" "${a%% *}" "${a#* }" "${a##* }""#, ["a b a b c c"]),
      ("a=192.0.2.10/24; echo ${a%/*} ${a#*/} ${a%.*} ${a##*.}", ["192.0.2.10 24 192.0.2 10/24"]),
      (#"a='**'; echo "${a#\*}" "${a#*}" "${a##*}x""#, ["* ** x"]),
      (#"a=aXbXc; x=X; echo ${a%%${x}*} ${a#*"$x"}"#, ["a bXc"]),
      (#"a=foo; echo ${a#bar} ${a%bar} ${a##bar} ${a%%bar} ${a#""}"#, ["foo foo foo foo foo"]),
      (#"a='[a]'; echo "${a#\[}" "${a%\]}" "${a#[[]}" "${a%[]]}""#, ["a] [a a] [a"]),
      ("a=abc; echo ${a%%*} ${a##*}x ${a%}x ${a#}x", ["x abcx abcx"]),
      (#"a='x\y'; echo "${a#x\\}" "${a%\\y}""#, ["y x"]),
      ("a=12345; echo ${a#?} ${a%?} ${a#??}", ["2345 1234 345"]),
      (#"echo "<${u%x}>""#, ["<>"]),
      ("a=aab; echo ${a#a*} ${a##a*}x", ["ab x"]),
    ] as [(String, [String])])
  func `patterns are cut off at either end`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("a=abc; echo ${#a} ${#b}", ["3 0"]),
      ("a=é; echo ${#a}", ["2"]),
      ("set -- a bc; echo ${#} ${#2}", ["2 2"]),
      (#"a="x  y"; echo ${#a}"#, ["4"]),
    ] as [(String, [String])])
  func `the length counts bytes`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("true; echo ${?}", ["0"]),
      ("false; echo $(echo $?)", ["1"]), ("false; echo $(true) $?", ["1"]),
      ("echo a$(false); echo $?", ["a", "0"]),
      ("f() { :; }; f $(false); echo $?", ["0"]), ("eval $(false); echo $?", ["0"]),
      ("$(false) $(exit 3); echo $?", ["3"]),
      ("false; for i in $?; do echo $i; done", ["1"]),
      ("false; case $? in 1) echo one;; esac", ["one"]),
      ("(exit 5); f() { return; }; f; echo $?", ["0"]),
      ("false; f() { echo $?; }; f", ["0"]),
      (#"set -- a b c; echo "${#}" ${#} "${*}" ${@}"#, ["3 3 a b c a b c"]),
      ("set -- a b c d e f g h i j k; echo $10 ${10} ${11}", ["a0 j k"]),
      ("echo $0", ["/etc/rc"]),
    ] as [(String, [String])])
  func `special parameters have their values`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("a=$(echo hi); echo $a", ["hi"]),
      (#"a=$(printf 'x\n\n'); echo "<$a>""#, ["<x>"]),
      ("a=`echo b`; echo $a", ["b"]),
      ("a=$(echo $(echo deep)); echo $a", ["deep"]),
      (#"x=$(echo a; y=$(echo b); echo c$y); echo "$x""#, ["a", "cb"]),
      (#"x=$(echo a; echo b | echo c; echo d); echo "$x""#, ["a", "c", "d"]),
      ("a=$(echo \"x\ny\"); echo \"$a\"", ["x", "y"]),
      ("a=$(for i in 1 2 3; do echo $i; done); echo $a", ["1 2 3"]),
      ("echo $(case x in (x) echo y;; esac)", ["y"]),
      ("a=$(a=5; echo $a)$a; echo $a", ["5"]),
      (#"a="`echo \"x\"`"; echo $a"#, ["x"]),
      (#"a=`echo \`echo n\``; echo $a"#, ["n"]),
      (#"echo "$(echo "$(echo "x y")")""#, ["x y"]),
      (#"echo "a$(echo b)c" a$(echo b c)d "a$(echo 'b  c')d""#, ["abc ab cd ab  cd"]),
      ("a=$(f() { echo in; }; f); echo $a", ["in"]),
      (#"a=$(:); echo "<$a>""#, ["<>"]),
      (#"a=$(echo '*'); echo "$a""#, ["*"]),
      ("a=x; a=$(echo $a$a)$(echo $a); echo $a", ["xxx"]),
    ] as [(String, [String])])
  func `command substitution takes the output without newlines at its end`(
    _ script: String, _ lines: [String]
  ) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }

  @Test(
    arguments: [
      ("echo $((1+2*3)) $(((1+2)*3)) $((7/2)) $((7%3)) $((-3)) $((- -3))", ["7 9 3 1 -3 3"]),
      ("a=5; echo $((a+1)) $(($a*2)) $((b+1))", ["6 10 1"]),
      ("echo $((010)) $((0x1f)) $((0xFF+1))", ["8 31 256"]),
      ("a=010; echo $((a)); a=0x10; echo $((a+1))", ["8", "17"]),
      ("a=-3; echo $((a+1)) $((-a))", ["-2 3"]),
      ("echo $((-7 / 2)) $((-7 % 3))", ["-3 -1"]),
      ("i=0; i=$((i + 1)); i=$((i + 1)); echo $i", ["2"]),
      (#"a=$((1+1)); echo "<$a>""#, ["<2>"]),
    ] as [(String, [String])])
  func `arithmetic is worked out`(_ script: String, _ lines: [String]) {
    let shell = run(script)
    #expect(shell.console.allLines == lines)
    #expect(shell.unknowns.isEmpty)
  }
}
