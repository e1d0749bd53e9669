import ConfigSyntax
import SourceText
import Testing

/// Quoting and expansion.
struct ShellWordTests {
  @Test(arguments: [
    ("a=b\\ c", "a:=b' 'c"),
    ("a='b c'", "a:='b c'"),
    ("a='b\\'", "a:='b\\'"),
    ("a=\"b c\"", "a:='b c'"),
    ("a=\"b\\\"c\"", "a:='b\"c'"),
    ("a=\"\\\\ \\` \\$x \\n\"", "a:='\\ ` $x \\n'"),
    ("a=\"b\\\nc\"", "a:='bc'"),
    ("a='b\\\nc'", "a:='b\\\nc'"),
    ("a=b\\\nc", "a:=bc"),
    ("a=\"b\"'c'd", "a:='b''c'd"),
    ("a=\"b\nc\"", "a:='b\nc'"),
    ("a=\"b'c\"", "a:='b'c'"),
    ("a='b\"c'", "a:='b\"c'"),
    ("a=''\"\"", "a:=''''"),
    ("a=\\ä", "a:='ä'"),
    ("a=\\", "a:=\\"),
    ("a=b{c}", "a:=b{c}"),
    ("a=\"}\"", "a:='}'"),
  ])
  func `quote as in sh`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("$'a\\tb'", "'a\tb'"),
    ("$'\\\\\\'\\\"\\a\\b\\e\\f\\n\\r\\v'", "'\\'\"\u{7}\u{8}\u{1B}\u{C}\n\r\u{B}'"),
    ("$'\\x41\\101\\7'", "'AA\u{7}'"),
    ("$'\\u00e4\\U0001F600'", "'ä😀'"),
    ("$'\\cA\\c?\\c\\\\'", "'\u{1}\u{7F}\u{1C}'"),
    ("$'a\\0b'c", "'a'c"),
    ("$'a\\\nb'", "'ab'"),
    ("$''", "''"),
    ("a$'b'\"c\"", "a'b''c'"),
    ("\"$'a'\"", "'$'a''"),
  ])
  func `take the escapes of C behind a dollar sign`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("$a", "$a"), ("${a}", "$a"), ("\"$a\"", "\"$a\""), ("$a.b", "$a.b"), ("$ab_1-", "$ab_1-"),
    ("${12}", "$12"), ("$12", "$12"),
    ("$@$*$#$?$-$$$!", "$@$*$#$?$-$$$!"),
    ("$", "$"), ("$.", "$."), ("\"$\"", "'$'"), ("a$ b", "a$ b"),
    ("${a:-b}", "${a:-b}"), ("${a-b}", "${a-b}"), ("${a:=b}", "${a:=b}"), ("${a=b}", "${a=b}"),
    ("${a:?b}", "${a:?b}"), ("${a?}", "${a?<>}"), ("${a:+b}", "${a:+b}"), ("${a+b}", "${a+b}"),
    ("${a%b}", "${a%b}"), ("${a%%b}", "${a%%b}"), ("${a#b}", "${a#b}"), ("${a##b}", "${a##b}"),
    ("${#a}", "${#a}"), ("${#}", "$#"), ("${#-}", "${#-}"), ("${##}", "${##}"),
    ("${#:-b}", "${#:-b}"), ("${##b}", "${##b}"), ("${#%b}", "${#%b}"), ("${#?b}", "${#?b}"),
    ("${a!b}", "${a! invalid b}"), ("${aäb}", "${aä invalid b}"),
    ("${!a}", "${!a invalid <>}"), ("${}", "${ invalid <>}"), ("${#a-b}", "${a invalid -b}"),
    ("${a:%b}", "${a:% invalid b}"), ("${.}", "${. invalid <>}"),
    ("${a:-b c}", "${a:-b c}"), ("${a:-$b}", "${a:-$b}"), ("${a:-${b:-c}}", "${a:-${b:-c}}"),
    ("${a:-\"b }\"}", "${a:-'b }'}"), ("${a:-'}'}", "${a:-'}'}"), ("${a:-\\}}", "${a:-'}'}"),
    ("${a:-(<>&|;)}", "${a:-(<>&|;)}"),
    ("\"${a:-b c}\"", "\"${a:-'b c'}\""), ("\"${a:-'b'}\"", "\"${a:-''b''}\""),
    ("\"${a:-\\}}\"", "\"${a:-'}'}\""), ("\"${a:-\"b\"}\"", "\"${a:-b}\""),
    ("\"${a:-\nb}\"", "\"${a:-'\nb'}\""),
    ("\"${a#\"b\"}\"", "\"${a#'b'}\""), ("\"${a#'b'}\"", "\"${a#'b'}\""),
    ("\"${a#b}c\"", "\"${a#b}\"'c'"),
    ("$\\\na", "$a"), ("$a\\\nb", "$ab"), ("$\\\n{\\\na\\\nb\\\n:\\\n-c}", "${ab:-c}"),
    ("${a#\\\n#b}", "${a##b}"), ("${1\\\n0\\\n}", "$10"),
  ])
  func `expand parameters as in sh`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test(arguments: [
    ("a=$(b c)", "a:=$(b c)"), ("a=\"$(b \"c\")\"", "a:=\"$(b 'c')\""),
    ("a=$()", "a:=$(())"), ("a=$(b; c\nd)", "a:=$((b; c; d))"),
    ("a=$(b $(c))d", "a:=$(b $(c))d"), ("a=$(case b in c) d;; esac)", "a:=$(case(b c) d;;))"),
    ("a=$(b # )\n)", "a:=$(b)"),
    ("a=`b c`", "a:=$(b c)"), ("a=\"`b \\\"c\\\"`\"", "a:=\"$(b 'c')\""),
    ("a=`b \\`c\\``", "a:=$(b $(c))"), ("a=`b \\$c \\\\$d \\e`", "a:=$(b $c '$'d 'e')"),
    ("a=`b\\\nc`", "a:=$(bc)"), ("a=``", "a:=$(())"),
    ("a=`b \"\\\\\\`\"`", "a:=$(b '`')"),
    ("a=$((1+2))", "a:=$(('1+2'))"), ("a=\"$((1+$b))\"", "a:=\"$(('1+'\"$b\"))\""),
    ("a=$(((1)+(2)))", "a:=$(('(1)+(2)'))"), ("a=$((b\n+ \"c\"))", "a:=$(('b\n+ ''c'))"),
    ("a=$(( $(b) ))", "a:=$((' '\"$(b)\"' '))"),
    ("a=$\\\n(\\\n(1)\\\n)", "a:=$(('1'))"), ("a=$( (b) )", "a:=$(sub(b))"),
    ("a=$((${b:-1}))", "a:=$((\"${b:-'1'}\"))"),
  ])
  func `hold commands and sums`(text: String, tree: String) {
    #expect(sketch(text) == tree)
  }

  @Test func `have a constant only without expansions`() {
    let script = parseShell(Array("a=b\"c\"'d'\\e f=$g h=".utf8))
    guard case .simple(let command)? = script.statements.first?.command else {
      Issue.record("no simple command")
      return
    }
    #expect(command.assignments.map(\.value.constant) == ["bcde", nil, ""])
  }

  @Test func `between backquotes have the place of the backquotes`() {
    let script = parseShell(Array("a=b`c \\`d\\``".utf8))
    guard case .simple(let outer)? = script.statements.first?.command,
      case .commandSubstitution(.simple(let inner), _, let span)? =
        outer.assignments.first?.value.parts.last
    else {
      Issue.record("no command substitution")
      return
    }
    #expect(span.lower == 3 && span.upper == 12)
    #expect(inner.span == span)
    #expect(inner.words.allSatisfy { $0.span == span })
  }
}
