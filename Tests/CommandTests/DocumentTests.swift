import ConfigSyntax
import Foundation
import Testing

/// What the documents show of the program is what it prints.
struct DocumentTests {
  @Test func `README shows what the demo host's status is`() async throws {
    let shown = try await Program.run(["demo", "status"]).output
    #expect(try Self.text("README.md").contains("<!-- demo status -->\n```\n\(shown)```\n"))
  }

  @Test func `README shows what the demo host's check is`() async throws {
    let shown = try await Program.run(["demo", "check"]).output
    #expect(try Self.text("README.md").contains("<!-- demo check -->\n```\n\(shown)```\n"))
  }

  @Test(arguments: ["status", "check", "forecast", "show", "rules", "verify"])
  func `every member of a JSON document is described`(command: String) async throws {
    let host = command == "rules" ? [] : ["demo"]
    let more = command == "check" ? ["--fixes"] : []
    try Self.expectDescribed(
      try await Program.run(host + [command, "--json"] + more).output, in: command)
  }

  /// Expects that a section of docs/json.md names every member of a document.
  static func expectDescribed(_ output: String, in command: String) throws {
    let section = try #require(
      try text("docs/json.md").components(separatedBy: "\n## ").first {
        $0.hasPrefix("\(command)\n")
      })
    for name in members(try parseJSON(Array(output.utf8))) {
      #expect(section.contains("`\(name)`"), "docs/json.md does not describe \(name) of \(command)")
    }
  }

  /// The names of all members, but not those of maps, whose names come from the host.
  private static func members(_ value: JSONValue) -> Set<String> {
    switch value {
    case .null, .bool, .number, .string: return []
    case .array(let values): return values.reduce(into: []) { $0.formUnion(members($1)) }
    case .object(let pairs):
      return pairs.reduce(into: []) { names, pair in
        names.insert(pair.name)
        guard maps.contains(pair.name), case .object(let entries) = pair.value else {
          return names.formUnion(members(pair.value))
        }
        for entry in entries { names.formUnion(members(entry.value)) }
      }
    }
  }

  private static let maps: Set<String> = ["interfaces", "interfaces_after_netif", "jails"]

  private static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
