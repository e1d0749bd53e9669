import Testing

/// Holds docs/security.md to tests that exist.
struct SecurityDocumentTests {
  @Test func `each line of the threat model names tests that exist`() throws {
    let document = try Project.file("docs/security.md")
    let rows = document.lines.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.dropFirst()
    #expect(rows.count >= 12)
    let names = Set(Project.tests.flatMap(\.testNames))
    for row in rows {
      let holders = ArchitectureDocumentTests.quoted(
        row.split(separator: "|", omittingEmptySubsequences: false).dropLast().last ?? "")
      #expect(!holders.isEmpty, "no test named: \(row)")
      expectNone(holders.filter { !names.contains($0) }.map { "no test called \($0)" })
    }
  }
}
