import Foundation
import Testing

/// Holds the pages of rules to the doc comments that they are made of.
///
/// `make docs` writes them anew: it runs these tests with `JAILSCOPE_WRITE_DOCS` set.
struct RulePageTests {
  private static let headings = [
    "Why", "Example", "Repaired", "Ways out", "Ignore it when",
  ]
  private static let pages = Project.sources.compactMap(RulePage.init)
  private static let isWriting =
    ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil

  @Test func `each rule has a file, a page, a test and its place in the catalogue`() throws {
    let catalogue = try Project.file("Sources/Rules/RuleCatalogue.swift").lines
      .filter { $0.hasSuffix(".self,") }.map { $0.dropFirst(2).dropLast(6) }.map(String.init)
    #expect(catalogue == Self.pages.map(\.type).sorted())
    let tests = Set(Project.tests.map(\.path))
    expectNone(
      Self.pages.filter { !tests.contains("Tests/RulesTests/\($0.type)Tests.swift") }
        .map { "Tests/RulesTests/\($0.type)Tests.swift is missing" })
  }

  @Test func `a rule is named as its type and file are`() {
    for page in Self.pages {
      #expect(page.path.hasSuffix("/\(page.type).swift"))
      #expect(page.name == RulePage.kebab(page.type))
    }
    #expect(Set(Self.pages.map(\.name)).count == Self.pages.count)
  }

  @Test func `every page has all parts, in order`() {
    for page in Self.pages {
      #expect(page.headings == Self.headings, "\(page.path)")
      #expect(page.summary.hasSuffix("."), "\(page.path): the first line is one sentence")
    }
  }

  @Test func `docs and program have the pages as they are written`() throws {
    var documents = ["docs/rules/README.md": RulePage.index(Self.pages)]
    for page in Self.pages { documents["docs/rules/\(page.name).md"] = page.document }
    documents["Sources/Rules/RulePages.swift"] = RulePage.source(Self.pages)
    for (path, text) in documents.sorted(by: { $0.key < $1.key }) {
      if Self.isWriting { try Project.write(text, to: path) }
      let present = (try? Project.file(path)).map { $0.lines.joined(separator: "\n") + "\n" }
      #expect(present == text, "\(path) is not up to date: run make docs")
    }
    let known = Set(documents.keys)
    let stale = Project.names(in: "docs/rules").map { "docs/rules/\($0)" }
      .filter { !known.contains($0) }
    if Self.isWriting { for path in stale { try Project.remove(path) } }
    #expect(Self.isWriting || stale.isEmpty, "no rule has these pages: \(stale)")
  }
}
