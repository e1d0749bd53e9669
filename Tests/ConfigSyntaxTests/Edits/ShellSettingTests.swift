import ConfigSyntax
import SourceText
import Testing

struct ShellSettingTests {
  private func set(
    _ name: String, _ value: String, in text: String, over replaceable: ReplaceableValue = .plain
  ) throws -> String {
    let bytes = Array(text.utf8)
    let edits = try ShellSettings(bytes).set(name, to: value, over: replaceable)
    return String(decoding: try edits.applied(to: bytes), as: UTF8.self)
  }

  @Test(arguments: [
    ("v=\"old\"\n", "v=\"new\"\n"), ("v='old'\n", "v='new'\n"), ("v=old\n", "v=new\n"),
    ("v=\n", "v=\"new\"\n"), ("v=\"\"\n", "v=\"new\"\n"), ("v=\"a\"'b'c\n", "v=\"new\"\n"),
    ("\t v=\"old\"\t # it's \"old\"\n", "\t v=\"new\"\t # it's \"old\"\n"),
    ("v=\"a\\\"b\"; w=1\n", "v=\"new\"; w=1\n"), ("w=1; v=old;#\n", "w=1; v=new;#\n"),
    ("v=\"a \\\n b\" # c\n", "v=\"new\" # c\n"), ("v=a\\\nb\n", "v=\"new\"\n"),
    ("v=\"a\nb\"\nw=2", "v=\"new\"\nw=2"), ("v=\"old\"\r\nw=1\r\n", "v=\"new\"\r\nw=1\r\n"),
    ("v=old\r\n", "v=new\r\n"), ("v=\"1\"\nx=1\nv=\"2\"\n", "v=\"1\"\nx=1\nv=\"new\"\n"),
    ("export v=\"old\" w\n", "export v=\"new\" w\n"), ("w=1 v='a' x=2\n", "w=1 v='new' x=2\n"),
    ("v10=1\nmy_v=2\nv=3\n#v=4\n", "v10=1\nmy_v=2\nv=new\n#v=4\n"),
    ("# \0\u{1B}[31m\nv=1\n", "# \0\u{1B}[31m\nv=new\n"),
    ("\u{FEFF}# x\nv=1\n", "\u{FEFF}# x\nv=new\n"),
  ])
  func `another value takes the place of the one that counts and keeps its quotes`(
    _ before: String, _ after: String
  ) throws {
    #expect(try set("v", "new", in: before) == after)
    #expect(try set("v", "new", in: after) == after)
  }

  @Test(arguments: [
    ("", "v=\"new\"\n"), ("# only\n", "# only\nv=\"new\"\n"), ("w=1", "w=1\nv=\"new\"\n"),
    ("w=1\n# end", "w=1\n# end\nv=\"new\"\n"),
    ("w=\"\nv=old\n\"\n", "w=\"\nv=old\n\"\nv=\"new\"\n"),
    ("w=$(cat <<E\nv=old\nE\n)\n", "w=$(cat <<E\nv=old\nE\n)\nv=\"new\"\n"),
    ("if x; then w=1; fi\n", "if x; then w=1; fi\nv=\"new\"\n"),
  ])
  func `where nothing sets it, a line at the end does`(_ before: String, _ after: String) throws {
    #expect(try set("v", "new", in: before) == after)
  }

  @Test(arguments: [
    ("\"old\"", "say \"x\"", "\"say \\\"x\\\"\""), ("'old'", "it's", "\"it's\""),
    ("\"old\"", "$HOME `id`", "\"\\$HOME \\`id\\`\""), ("'old'", "$HOME `id`", "'$HOME `id`'"),
    ("\"old\"", "a\\nb", "\"a\\\\nb\""), ("old", "a b", "\"a b\""), ("old", "", "\"\""),
    ("old", "~root", "\"~root\""), ("old", "a#b", "\"a#b\""), ("old", "größe", "\"größe\""),
    ("old", "*", "\"*\""), ("old", "x&y", "\"x&y\""),
  ])
  func `a value that its quotes can't hold as it is gets escaped or other quotes`(
    _ old: String, _ value: String, _ written: String
  ) throws {
    #expect(try set("v", value, in: "a=1\nv=\(old) # c\n") == "a=1\nv=\(written) # c\n")
  }

  @Test(arguments: [
    "if x; then v=1; else v=2; fi\n", "v=1\n[ -n \"$x\" ] && v=2\n", "v=1\nunset v\n",
    "f() { v=2; }\nv=1\nf\n", ": ${v:=1}\n", "v=1\n. /etc/more\n", "v=1 true\n", "v=1\nread v\n",
    "v=1\nw=\"x\n", "exit 0\nv=1\n", "[ -f /x ] || return\nv=1\n", "v=1\neval \"$x\"\n",
    "v=1\n$x v\n", "readonly v=1\n", "readonly v\nv=1\n", "v=1\nfor v in a b; do :; done\n",
    "v=1\nw=$((v=2))\n", "v=1\nset_rcvar v 2\n", "v=1\nread \"$x\"\n", "trap 'v=2' EXIT\nv=1\n",
    "alias v=w\nv=1\n", "v=1\nx=\"${y:-${v=2}}\"\n", "v=1\ncommand . /x\n", "v=1 \0\n",
    "v=\"${x:?gone}\"\nv=1\n", "case $x in a) v=1 ;; esac\n", "{ v=1; }\n", "v=1\nexport v=2 3x\n",
    "v=1\nwhile read v; do :; done </x\n", "w=1\r\n", "w=1\\",
  ])
  func `a file that may set it otherwise is refused`(text: String) {
    #expect(throws: EditRefusal.self) { try set("v", "new", in: text, over: .computed) }
  }

  @Test(arguments: [
    "v=\"${w}.5\"\n", "v=$(id)\n", "v=`id`\n", "v=$w\n", "v=\"a $((1 + 1))\"\n",
  ])
  func `an expanded value is replaced only on demand`(text: String) throws {
    #expect(throws: EditRefusal.self) { try set("v", "new", in: text) }
    #expect(try set("v", "new", in: text, over: .computed) == "v=\"new\"\n")
  }

  @Test(arguments: ["v=\"${w:=1}\"\n", "v=${w?}\n", "v=$((w=1))\n", "v=\"${x:-${w:=1}}\"\n"])
  func `an expansion that does more than give a value stays`(text: String) {
    #expect(throws: EditRefusal.self) { try set("v", "new", in: text, over: .computed) }
  }

  @Test(arguments: [
    "if x; then w=1; fi\nv=1\nexit 0\n", "[ -n \"$v\" ] && w=1\nv=1\n( . /x; exit )\n",
    "if x; then v=2; fi\nv=1\n", "f() { exit; }\nv=1\n", "/bin/touch /tmp/x\nv=1\n",
    "v=1\nx=$(. /more; exit)\n", "v=1\necho $v \"${v}\" >/dev/null\n", "v=1\nexport v\n",
    "v=1\ncommand -v sh && w=1\n", "v=1\nf() { w=1; }\nf\n",
  ])
  func `other code is no obstacle`(text: String) throws {
    let after = try set("v", "new", in: text)
    #expect(after == text.replacing("v=1\n", with: "v=new\n"))
  }

  @Test(arguments: ["a\nb", "a\rb", "a\0b"])
  func `a value with a line break or NUL is refused`(value: String) {
    #expect(throws: EditRefusal.self) { try set("v", value, in: "v=1\n") }
  }

  @Test(arguments: ["", "1v", "v-x", "v=x", "v;id", "ü"])
  func `what can't be a variable's name is refused`(name: String) {
    #expect(throws: EditRefusal.self) { try set(name, "new", in: "v=1\n") }
  }

  @Test(arguments: [
    ("v=\"lo1|192.0.2.1,em0|192.0.2.2\"\n", 0..<4, "", "v=\"192.0.2.1,em0|192.0.2.2\"\n"),
    ("v='a,b' # c\n", 1..<3, "", "v='a' # c\n"),
    ("v=\"a \\\n b\"\n", 0..<1, "x", "v=\"x \\\n b\"\n"),
    ("v=a\"b c\"d\n", 1..<2, "x", "v=a\"x c\"d\n"), ("v=abc\n", 1..<2, " ", "v=\"a c\"\n"),
    ("v=\"a\\$b\"\n", 2..<3, "x", "v=\"a\\$x\"\n"), ("v=abc\n", 0..<3, "", "v=\n"),
    ("v='abc'\n", 1..<2, "'", "v=\"a'c\"\n"), ("v=\"abc\"\n", 1..<2, "$", "v=\"a\\$c\"\n"),
  ])
  func `a part of a value changes where it is written`(
    _ before: String, _ part: Range<Int>, _ text: String, _ after: String
  ) throws {
    let settings = ShellSettings(Array(before.utf8))
    let assignment = try #require(try settings.assignment(of: "v"))
    let edits = try settings.replace(part, of: assignment, with: text)
    #expect(String(decoding: try edits.applied(to: settings.bytes), as: UTF8.self) == after)
  }
}
