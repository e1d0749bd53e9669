import Testing

struct ImportTests {
  @Test func `every folder of Sources has a row in the import table, and every row a folder`() {
    #expect(Set(Project.sources.map(\.target)) == Set(importTable.keys))
  }

  @Test func `a target imports only what its row allows`() {
    expectNone(
      Project.sources.flatMap { file in
        file.imports.filter { importTable[file.target]?.contains($0.module) != true }
          .map { "\(file.place($0.line)): \(file.target) may not import \($0.module)" }
      })
  }

  @Test func `only HostAccess and the executable may reach the system`() {
    let system: Set<String> = ["SystemPackage", "Glibc", "Musl", "Darwin"]
    let reaching = importTable.filter { !$0.value.isDisjoint(with: system) }
    #expect(Set(reaching.keys) == ["HostAccess", "jailscope"])
  }

  @Test func `what differs between systems stands in one folder`() {
    expectNone(
      Project.sources.filter { !$0.path.contains("/HostAccess/Platform/") }.flatMap { file in
        file.code.indices.filter { file.code[$0].contains("os(") }.map { file.place($0) }
      })
  }

  @Test func `no target may import Foundation`() {
    let allowed = importTable.values.reduce(into: Set()) { $0.formUnion($1) }
    #expect(!allowed.contains { $0.hasPrefix("Foundation") })
  }

  @Test func `every target is built with the same strict settings`() throws {
    let manifest = try Project.file("Package.swift").code.joined(separator: "\n")
    let targets = ["    .target(", "    .executableTarget(", "    .testTarget("]
      .reduce(0) { $0 + manifest.split(separator: $1, omittingEmptySubsequences: false).count - 1 }
    let settings = manifest.split(separator: "swiftSettings: settings").count - 1
    let targetsInC = manifest.split(separator: "cSettings:").count - 1
    #expect(settings + targetsInC == targets)
  }
}

extension SourceCode {
  /// The modules the file imports, with their 0-based lines.
  var imports: [(module: String, line: Int)] {
    code.indices.compactMap { line in
      let words = code[line].split(separator: " ")
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0.hasPrefix("@") || Self.importLevels.contains($0) }),
        let path = words[(position + 1)...].first(where: { !Self.importKinds.contains($0) }),
        let module = path.split(separator: ".").first
      else { return nil }
      return (String(module), line)
    }
  }

  private static let importLevels: Set<Substring> = ["package", "internal", "private", "public"]
  private static let importKinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
