import ConfigSyntax
import SourceText
import Testing

struct JSONSettingsTests {
  private static func set(_ name: String, to value: String, in text: String) throws -> String {
    let bytes = Array(text.utf8)
    let edit = try #require(JSONSettings(bytes)).set(name, to: value)
    return String(decoding: try EditSet([edit]).applied(to: bytes), as: UTF8.self)
  }

  @Test(arguments: [
    ("{\n    \"a\": 0,\n    \"b\" : \"x\"\n}", "{\n    \"a\": 1,\n    \"b\" : \"x\"\n}"),
    ("{ \"a\":\t\"0\" , \"a\": null }\n", "{ \"a\":\t\"0\" , \"a\": 1 }\n"),
    ("{\n    \"b\": 2\n}", "{\n    \"b\": 2,\n    \"a\": 1\n}"),
    ("{\"b\":2}", "{\"b\":2,\"a\": 1}"),
    ("{}", "{\"a\": 1}"),
    ("{\r\n\t\"b\": [\r\n\t\t1\r\n\t]\r\n}", "{\r\n\t\"b\": [\r\n\t\t1\r\n\t],\r\n\t\"a\": 1\r\n}"),
  ])
  func `changes one member and no byte besides`(_ text: String, _ wanted: String) throws {
    #expect(try Self.set("a", to: "1", in: text) == wanted)
  }

  @Test(arguments: ["[]", "1", "", "{", "{\"a\": 1} x"])
  func `takes nothing but an object`(_ text: String) {
    #expect(JSONSettings(Array(text.utf8)) == nil)
  }

  @Test(arguments: ["", "plain", "a\"b\\c", "line\nand\ttab", "\u{0}é\u{1F600}"])
  func `what is quoted is read as it was`(_ text: String) throws {
    let quoted = Array(JSONSettings.quoted(text).utf8)
    #expect(try parseJSON(quoted) == .string(text))
  }

  @Test func `every value knows its bytes`() throws {
    let text = "{ \"a\" : [1, \"x\\u0041\", {\"b\": true}], \"c\": null}"
    let bytes = Array(text.utf8)
    let root = try parseJSONNode(bytes)
    var spelled: [String] = []
    func visit(_ node: JSONNode) {
      spelled.append(String(decoding: bytes[node.span.range], as: UTF8.self))
      switch node.content {
      case .array(let nodes): nodes.forEach(visit)
      case .object(let members):
        for member in members {
          spelled.append(String(decoding: bytes[member.nameSpan.range], as: UTF8.self))
          visit(member.node)
        }
      default: break
      }
    }
    visit(root)
    #expect(
      spelled == [
        text, "\"a\"", "[1, \"x\\u0041\", {\"b\": true}]", "1", "\"x\\u0041\"", "{\"b\": true}",
        "\"b\"", "true", "\"c\"", "null",
      ])
    #expect(
      root.value["a"] == .array([.number("1"), .string("xA"), .object([("b", .bool(true))])]))
  }
}
