import Foundation
import HostModel
import Testing

/// Holds the page of jail managers to the table that it is made of.
struct ManagersDocumentTests {
  @Test func `docs list the formats as they are`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../docs/managers.md").standardized
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try Data(ManagersDocument.text.utf8).write(to: file)
    }
    let present = try? String(contentsOf: file, encoding: .utf8)
    #expect(present == ManagersDocument.text, "docs/managers.md is not up to date: run make docs")
  }

  @Test(arguments: JailDefinition.Kind.allCases)
  func `every kind of definition has one format`(_ kind: JailDefinition.Kind) {
    #expect(jailFormats.count { $0.kind == kind } == 1)
  }
}
