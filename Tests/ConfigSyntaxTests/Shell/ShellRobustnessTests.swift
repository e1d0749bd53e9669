import ConfigSyntax
import SourceText
import Testing

/// Files nobody writes by hand.
struct ShellRobustnessTests {
  private func text(_ piece: String, _ count: Int, _ end: String = "") -> [UInt8] {
    Array(String(repeating: piece, count: count).utf8) + Array(end.utf8)
  }

  @Test(arguments: [
    "{ ", "(", "$(", "\"$(", "${a:-", "\"${a#", "$((", "if ", "while ", "f() ", "a | ! ",
    "case a in b) ", "for i in a; do ", "x=\"${a:-$(if { ",
  ])
  func `are one opaque statement when nested too deeply`(opening: String) {
    let script = parseShell(Array("a=1\nb=2; ".utf8) + text(opening, 100_000))
    #expect(script.syntaxError == nil)
    #expect(script.statements.map(\.form.sketch) == ["assignments", "code nested too deeply"])
    #expect(script.statements.last?.command.sketch == "deep")
  }

  @Test(arguments: [
    ("{ ", "; }"), ("(", ")"), ("$(", ")"), ("${a:-", "}"), ("\"${a#", "}\""),
    ("if ", "; then b; fi"), ("$((", "))"),
  ])
  func `are read while nesting is within reason`(opening: String, closing: String) {
    let script = parseShell(text(opening, 60) + text("a", 1) + text(closing, 60))
    #expect(script.syntaxError == nil)
    #expect(script.statements.count == 1)
    #expect(script.sketch.contains("deep") == false)
  }

  @Test func `keep a chain of thousands of links flat`() {
    let script = parseShell(text("a && ", 20_000, "b; c=1\n"))
    #expect(script.sketch == "deep\nc:=1")
    #expect(script.nodes.first?.span.upper == 5 * 20_000 + 1)
  }

  @Test func `bound chains within chains, too`() {
    let chain = String(repeating: "a && ", count: 50)
    let bytes = text("{ ", 90, "a") + text("; } && \(chain)b", 90)
    let script = parseShell(bytes)
    #expect(script.syntaxError == nil)
    #expect(script.statements.count == 1)
  }

  @Test(arguments: [
    ("a", 1_000_000), ("a ", 200_000), ("\\a", 100_000), ("a\\\n", 100_000), ("`", 200_000),
    ("a;", 50_000), ("$a", 50_000), ("''", 100_000), ("<<E ", 20_000), ("cat <<E\nE\n", 20_000),
    ("a=\"b\" ", 50_000), ("${a\\\n", 50_000), ("\n", 1_000_000), ("# a\n", 100_000),
    ("! ", 100_000),
  ])
  func `are covered, whatever repeats in them`(piece: String, count: Int) {
    let bytes = text(piece, count)
    #expect(parseShell(bytes).nodes.last?.span.upper == bytes.count)
  }
}
