import CellGrid
import Foundation
import Testing

@testable import Dashboard

/// Holds the list of keys in the documentation to the table that it is made of.
struct KeyDocumentTests {
  @Test func `docs list the keys as they are`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../docs/keys.md").standardized
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try Data(KeyDocument.text.utf8).write(to: file)
    }
    let present = try? String(contentsOf: file, encoding: .utf8)
    #expect(present == KeyDocument.text, "docs/keys.md is not up to date: run make docs")
  }

  @Test func `every command is on it`() {
    for record in commandTable { #expect(KeyDocument.text.contains("| `\(record.name)` |")) }
  }

  @Test func `the usual keys are in nobody's way, and have names that settings can use`() throws {
    let settings = commandTable.map { ($0.name, $0.keys.map(\.name)) }
    _ = try KeyMap(settings)
    for key in commandTable.flatMap(\.keys) { #expect(Key(name: key.name) == key) }
  }
}
