import ConfigSyntax
import SourceText
import Testing

struct JailConfRobustnessTests {
  /// Pieces that meet in all orders; the single bytes come on top.
  private static let pieces: [String] = [
    "a", "ip4.addr", " ", "\n", "; ", " {\n", "}\n", " = ", "+=", ", ", "\"", "'", "\\", "\\\"",
    "\\x4", "\\\n", "$", "$a", "${a}", "${", "*", "/*", "*/", "//", "#", "\"$x\"", "\r", "é", "\0",
    ".include \"x\";", "a { b = c; }\n",
  ]

  @Test func `survives arbitrary bytes`() {
    var random = SeededGenerator(state: 20_240_817)
    for round in 0..<1_500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if round.isMultiple(of: 3) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          let piece = Int.random(in: 0..<Self.pieces.count, using: &random)
          bytes += Self.pieces[piece].utf8
        }
      }
      #expect(tokensTile(bytes))
      for grammar in bothGrammars { parseJails(bytes, grammar).expectSound(for: bytes) }
    }
  }

  /// Each of these takes minutes when any byte is read again for every token.
  @Test(arguments: [
    ("", "x", 500_000), ("", "{", 100_000), ("", "}", 100_000), ("", "a{", 100_000),
    ("a = \"", "$a b", 100_000), ("a = \"$a", "\\", 300_001), ("a = \"", "$\"", 100_000),
    ("\"${a\\\\\"}", "a+", 100_000), ("", "${\n", 100_000), ("", "${\\\n", 100_000),
    ("", "\\\"a", 100_000), ("'\n", "\\'\n", 100_000), ("", "/*/", 100_000), ("", "a b c;", 30_000),
    ("}\n", "a {\n", 50_000), ("a = ", "x,", 100_000), ("", "\r\n", 100_000),
  ])
  func `reads long input in linear time`(head: String, unit: String, count: Int) {
    let text = head + String(repeating: unit, count: count)
    for grammar in bothGrammars { parseJails(text, grammar).expectSound(for: [UInt8](text.utf8)) }
  }

  @Test func `reads a large file of small jails`() {
    var text = "exec.clean;\n"
    for index in 0..<10_000 {
      text +=
        "j\(index) { path = \"/jails/$name\"; ip4.addr = \"vtnet0|192.0.2.\(index % 250)\"; }\n"
    }
    let tree = parseJails(text)
    #expect(tree.blocks.count == 10_000)
    #expect(tree.parameters.count == 20_001)
    #expect(tree.problems.isEmpty)
  }
}

/// The SplitMix64 generator: the same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
