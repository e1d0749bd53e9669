import ConfigSyntax
import Testing

/// Reading JSON (RFC 8259).
struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue {
    try parseJSON(Array(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("[]", .array([])),
      (" \t\r\n1 ", .number("1")), ("{}", .object([])), ("[ ]", .array([])), ("{ }", .object([])),
      ("\"a\"", .string("a")), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
      (
        "{\"a\":1,\"a\":null}",
        .object([(name: "a", value: .number("1")), (name: "a", value: .null)])
      ),
      (
        " { \"a\" : [ true , \"\" ] } ",
        .object([(name: "a", value: .array([.bool(true), .string("")]))])
      ),
    ] as [(String, JSONValue)])
  func `values are read`(_ text: String, _ value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    "0", "-0", "1", "-1", "10", "1.5", "0.0", "-0.1e1", "1e5", "1E+5", "1e-05", "1e400",
    "123456789012345678901234567890",
  ])
  func `a number is kept as it is written`(_ text: String) throws {
    #expect(try parse(text) == .number(text))
  }

  @Test(arguments: [
    "01", "-01", "00", "+1", ".5", "1.", "1.e5", "-", "--1", "1e", "1e+", "e5", "0x10", "1_0",
    "Infinity", "NaN", "-Infinity", "1 2", "\u{661}",
  ])
  func `what is no number is refused`(_ text: String) {
    #expect(throws: JSONProblem.self) { try parse(text) }
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD834\uDD1E""#, "𝄞"), (#""\u0000""#, "\u{0}"),
    (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud800\n""#, "\u{FFFD}\n"),
    ("\"é😀\u{7f}\"", "é😀\u{7f}"),
  ])
  func `a string is read with its escapes`(_ text: String, _ value: String) throws {
    #expect(try parse(text) == .string(value))
  }

  @Test(arguments: [
    "\"", "\"a", #""\"#, #""\x""#, #""\u12""#, #""\u123g""#, #""\u+123""#, #""\u-123""#,
    #""\u 12""#,
    #""\ud800\u0041""#, "\"\n\"", "\"\t\"", "\"\u{0}\"", "'a'", #""\U0041""#,
  ])
  func `a broken string is refused`(_ text: String) {
    #expect(throws: JSONProblem.self) { try parse(text) }
  }

  @Test(arguments: [
    ("", 0, "the document ends too early"), ("  ", 2, "the document ends too early"),
    ("[1", 2, "expected a comma or a closing bracket"), ("[1,]", 3, "no JSON value"),
    ("[,1]", 1, "no JSON value"), ("[1 2]", 3, "expected a comma or a closing bracket"),
    ("{\"a\"}", 4, "expected a colon"), ("{\"a\":1", 6, "expected a comma or a closing brace"),
    ("{\"a\":1,}", 7, "expected a name in quotes"), ("{a:1}", 1, "expected a name in quotes"),
    ("nul", 0, "no JSON value"), ("True", 0, "no JSON value"),
    ("1]", 1, "text behind the document"),
    ("{} {}", 3, "text behind the document"), ("\u{FEFF}1", 0, "no JSON value"),
    ("[1] // x", 4, "text behind the document"), ("\"a", 2, "a string that is never closed"),
  ])
  func `a problem is told with its place`(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: JSONProblem(offset: offset, message: message)) { try parse(text) }
  }

  @Test func `199 levels are read and more are refused`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels)
    }
    #expect(throws: Never.self) { try parse(nested(199)) }
    #expect(throws: JSONProblem.self) { try parse(nested(200)) }
    #expect(throws: JSONProblem.self) { try parse(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONProblem.self) { try parse(String(repeating: "{\"\":", count: 300_000)) }
  }

  @Test func `bytes that are not UTF-8 become U+FFFD within a string only`() throws {
    #expect(try parseJSON([0x22, 0xff, 0x22]) == .string("\u{FFFD}"))
    #expect(throws: JSONProblem.self) { try parseJSON([0xff]) }
    #expect(throws: JSONProblem.self) { try parseJSON([0]) }
  }

  @Test func `no bytes trap`() {
    var state: UInt64 = 7
    let alphabet = Array("{}[]\",:\\u0dD8c+-.eE12tfn \n\u{0}é".utf8) + [0xff, 0x80, 0xed]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      for start in [bytes, [0x22] + bytes + [0x22], [0x5b] + bytes + [0x5d]] {
        _ = try? parseJSON(start)
      }
    }
  }

  @Test func `a member is the last of its name`() throws {
    let document = try parse(#"{"a": ["x", 1, "y"], "a": ["z"]}"#)
    #expect(document["a"]?.strings == ["z"])
    #expect(document["b"] == nil)
    #expect(JSONValue.string("a")["a"] == nil)
    #expect(JSONValue.null.strings == [])
    #expect(try parse(#"["x", 1, "y"]"#).strings == ["x", "y"])
  }
}
