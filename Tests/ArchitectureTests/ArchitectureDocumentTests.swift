import Testing

/// Holds docs/architecture.md and docs/modules.md to what the tests hold the code to.
struct ArchitectureDocumentTests {
  private let document: SourceCode
  private let modules: SourceCode

  init() throws {
    document = try Project.file("docs/architecture.md")
    modules = try Project.file("docs/modules.md")
  }

  @Test func `the page fits a screen`() {
    #expect(document.lines.count <= 65)
  }

  @Test func `in its picture each target stands below all that it imports`() throws {
    let lines = document.lines
    let start = try #require(lines.firstIndex { $0.hasPrefix("Each target imports only what") })
    let rows = lines[start...].drop { !$0.hasPrefix("    ") }.prefix { $0.hasPrefix("    ") }
    var above: Set<String> = []
    for row in rows {
      let targets = row.split(separator: " ").map(String.init)
      for target in targets {
        let imported = try #require(importTable[target]).filter { importTable[$0] != nil }
        #expect(imported.isSubset(of: above), "\(target)")
      }
      above.formUnion(targets)
    }
    #expect(above == Set(importTable.keys))
  }

  @Test func `each folder of a target has a row`() {
    let shown = modules.lines.compactMap { row in row.split(separator: "|").first }
      .filter { $0.contains("/") }.flatMap { cell in
        let parts = cell.split(separator: "/")
        return parts[1].split(separator: ",").map { "\(parts[0])/\($0)".filter { $0 != " " } }
      }
    let folders = Project.sources.map { $0.path.split(separator: "/").dropFirst() }
      .filter { $0.count > 2 }.map { $0.prefix(2).joined(separator: "/") }
    expectNone(Set(folders).subtracting(shown).map { "\($0): no row in docs/modules.md" })
    expectNone(
      shown.filter { Project.names(in: "Sources/\($0)").isEmpty }.map { "\($0): no such folder" })
  }

  @Test func `the table of targets shows the import table`() {
    var shown: [String: Set<String>] = [:]
    for row in modules.lines where row.hasPrefix("| `") {
      let cells = row.split(separator: "|")
      let imports = cells.last.map(Self.quoted) ?? []
      if let target = cells.first.flatMap({ Self.quoted($0).first }) {
        shown[target] = Set(imports)
      }
    }
    #expect(shown == importTable)
  }

  @Test func `its invariants are numbered in order and each names a test that exists`() {
    let names = Set(Project.tests.flatMap(\.testNames))
    #expect(invariants.count >= 10)
    for (index, invariant) in invariants.enumerated() {
      #expect(invariant.hasPrefix("\(index + 1). "))
      let holders = Self.quoted(invariant.split(separator: "Held by").dropFirst().last ?? "")
      #expect(!holders.isEmpty, "no test named: \(invariant)")
      expectNone(holders.filter { !names.contains($0) }.map { "no test called \($0)" })
    }
  }

  /// The numbered items, each joined into one line.
  private var invariants: [String] {
    var items: [String] = []
    for line in document.lines {
      if line.first?.isNumber == true, line.contains(". ") {
        items.append(line)
      } else if line.hasPrefix("   "), !items.isEmpty {
        items[items.count - 1] += line.dropFirst(2)
      }
    }
    return items
  }

  /// What stands between backquotes.
  static func quoted(_ text: Substring) -> [String] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
  }
}

extension SourceCode {
  /// The suites and test functions a test file declares.
  var testNames: [String] {
    lines.compactMap { line in
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      if pieces.count == 3, pieces[0].hasSuffix("func ") { return String(pieces[1]) }
      return Declaration(line, line: 0).flatMap { $0.keyword == "struct" ? $0.name : nil }
    }
  }
}
