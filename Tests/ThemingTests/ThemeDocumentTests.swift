import CellGrid
import Foundation
import Testing
import Themes

@testable import Theming

/// Holds docs/themes.md and Themes/LICENSES.md to what the program has.
///
/// `make docs` writes the tables anew: it runs these tests with `JAILSCOPE_WRITE_DOCS` set.
struct ThemeDocumentTests {
  @Test func `docs list the themes`() throws {
    try expectTable(
      "themes", ["name", "for", "what it is"],
      ThemeLibrary().choices.map { ["`\($0.name)`", $0.brightness.rawValue, $0.description] })
  }

  @Test func `docs list the roles with what each stands for`() throws {
    try expectTable(
      "roles", ["role", "what it stands for"],
      RoleGroup.all.flatMap(\.roles).map { ["`\($0.role.rawValue)`", $0.meaning] })
  }

  @Test func `every palette that is somebody else's is named with its licence`() throws {
    let licences = try text("Themes/LICENSES.md")
    var owners: Set<String> = []
    for theme in try BuiltInTheme.all.map({ try ThemeLibrary().theme(named: $0.name) }) {
      #expect(licences.contains("`\(theme.name).toml`") == (theme.paletteLicence != nil))
      guard let licence = theme.paletteLicence, licence.hasPrefix("MIT, ") else { continue }
      owners.insert(String(licence.dropFirst("MIT, ".count)))
    }
    #expect(owners.count == 4)
    for owner in owners { #expect(licences.contains("- \(owner)\n")) }
  }

  @Test func `every theme file is part of the program`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.root.path() + "/Themes")
      .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    #expect(files.sorted() == BuiltInTheme.all.map(\.name).sorted())
  }

  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// The table between two comments in docs/themes.md.
  private func expectTable(_ name: String, _ titles: [String], _ rows: [[String]]) throws {
    let lines = ([titles, titles.map { _ in "---" }] + rows).map {
      "| \($0.joined(separator: " | ")) |\n"
    }
    let (start, end) = ("<!-- \(name) -->\n", "<!-- end of \(name) -->")
    let document = try text("docs/themes.md")
    let parts = document.components(separatedBy: start)
    let rest = try #require(parts.last?.components(separatedBy: end))
    let table = lines.joined()
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      let written = [parts[0], start, table, end, rest[1]].joined()
      try Data(written.utf8).write(to: Self.root.appending(path: "docs/themes.md"))
    } else {
      #expect(rest[0] == table, "docs/themes.md is not up to date: run make docs")
    }
  }
}
