import Testing

@testable import HostModel

/// The arithmetic of `$((…))`.
struct ArithmeticReaderTests {
  private func value(_ text: String) -> Int? {
    let variables = [
      "a": "5", "octal": "010", "hex": "0x1F", "minus": "-3", "plus": "+4", "empty": "",
      "word": "x", "blank": " 5", "bad": "08", "float": "1.5", "huge": "99999999999999999999",
    ]
    var reader = ArithmeticReader(text) { $0 == "unknown" ? nil : variables[$0] ?? "" }
    return reader.value()
  }

  @Test(arguments: [
    ("0", 0), ("1+2*3", 7), ("(1+2)*3", 9), ("7/2", 3), ("-7/2", -3), ("-7%3", -1), ("2*-3", -6),
    ("- - 3", 3), ("+3", 3), ("-(2)", -2), (" 1\t+\n1 ", 2), ("010", 8), ("0x1f", 31),
    ("0XFF", 255),
    ("a", 5), ("a*a", 25), ("octal", 8), ("hex+1", 32), ("minus", -3), ("-minus", 3), ("plus", 4),
    ("empty+1", 1), ("unset+1", 1), ("((((1))))", 1), ("10-2-3", 5), ("100/5/2", 10), ("007", 7),
    ("9223372036854775807", .max), ("-9223372036854775807-1", .min), ("1+2-3*4/2%5", 2),
  ])
  func `an expression has its value`(_ text: String, _ expected: Int) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [
    "", " ", "1 +", "+", "(1", "1)", "()", "1 2", "08", "0x", "0xg", "1x", "1/0", "1%0",
    "9223372036854775808", "9223372036854775807+1", "-9223372036854775807-2",
    "(-9223372036854775807-1)/-1", "(-9223372036854775807-1)%-1", "-(-9223372036854775807-1)",
    "9223372036854775807*2", "1==1", "1<2", "1&&1", "a=1", "a+=1", "a++", "1?2:3", "~1", "!1",
    "1<<2",
    "1.5", "word", "blank", "bad", "float", "huge", "unknown", "unknown+1", "1,2", "é", "\u{0}",
  ])
  func `anything else has none`(_ text: String) {
    #expect(value(text) == nil)
  }

  @Test func `parentheses and signs may be as deep as they like`() {
    #expect(value(String(repeating: "(", count: 100_000)) == nil)
    #expect(value(String(repeating: "-", count: 100_000) + "1") == nil)
    #expect(value(String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)) == 1)
  }

  @Test(arguments: [
    ("a = 1", ["a"]), ("a=b", ["a", "b"]), ("a += 1", ["a"]), ("a -= b", ["a", "b"]),
    ("a <<= 1", ["a"]), ("a >>= 1", ["a"]), ("1 + (a = 2)", ["a"]), ("a == 1", []), ("a != 1", []),
    ("a <= 1", []), ("a >= 1", []), ("a + 1", []), ("", []), ("a == (b = 1)", ["a", "b"]),
  ])
  func `the variables an assignment may set are told`(_ text: String, _ names: [String]) {
    #expect(ArithmeticReader(text) { _ in nil }.assignedNames == names)
  }
}
