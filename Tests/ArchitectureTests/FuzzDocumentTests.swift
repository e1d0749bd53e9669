import Testing

/// Holds the tables of docs/reliability.md to the fuzzer's targets and to the tests that keep what it found.
struct FuzzDocumentTests {
  private let document: SourceCode

  init() throws {
    document = try Project.file("docs/reliability.md")
  }

  @Test func `each target has a row with what its search came to, in order`() throws {
    let code = try Project.file("Fuzz/Targets/FuzzTarget.swift")
    let targets = code.lines.filter { $0.contains("FuzzTarget(name: ") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(targets.count >= 10)
    let searches = rows(ofWidth: 6)
    #expect(searches.map { $0[0] } == targets.map { "`\($0)`" })
    for row in searches {
      let numbers = row[2...].map { Int($0.filter { $0 != "," }) }
      #expect(numbers.allSatisfy { $0.map { $0 >= 0 } ?? false }, "\(row)")
      #expect(numbers.last == rows(ofWidth: 3).count { $0[0] == row[0] }, "\(row[0]): found")
    }
  }

  @Test func `what was found is kept by tests that exist`() {
    let names = Set(Project.tests.flatMap(\.testNames))
    let missing = rows(ofWidth: 3).compactMap { row in
      ArchitectureDocumentTests.quoted(row[2][...]).first.map { names.contains($0) ? nil : $0 }
        ?? "nothing: \(row)"
    }
    expectNone(missing.map { "no test called \($0)" })
  }

  /// The rows of the tables below the heading that have so many cells, trimmed, without the heads.
  private func rows(ofWidth width: Int) -> [[String]] {
    let start = document.lines.firstIndex(of: "## Inputs nobody wrote") ?? document.lines.endIndex
    let section = document.lines[start...].dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.filter { $0.hasPrefix("| `") }
      .map { line in
        line.split(separator: "|").map { cell in
          String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      }
      .filter { $0.count == width }
  }
}
