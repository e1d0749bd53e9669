import Testing

/// Holds the documents to each other: what one refers to is there.
struct LinkTests {
  @Test func `every link of a document leads to a file that is there, and to its heading`() throws {
    let folders = ["docs", "docs/rules"]
    let documents = folders.flatMap { folder in
      Project.names(in: folder).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
    #expect(documents.count > 100)
    for path in documents + ["README.md", "CHANGELOG.md"] {
      let lines = try Project.lines(of: path)
      let folder = path.split(separator: "/").dropLast()
      for link in lines.flatMap(Self.links) where !link.hasPrefix("http") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : Self.path(parts[0], from: folder)
        let found = try? Project.lines(of: target)
        #expect(found != nil, "\(path): \(link) leads nowhere")
        guard parts.count == 2, let found else { continue }
        let headings = found.filter { $0.hasPrefix("#") }.map(Self.anchor)
        #expect(headings.contains(String(parts[1])), "\(path): \(link) has no such heading")
      }
    }
  }

  /// What stands in parentheses behind brackets.
  private static func links(_ line: String) -> [Substring] {
    line.split(separator: "](", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != ")" } }
      .filter { !$0.isEmpty && !$0.contains(" ") }
  }

  private static func path(_ link: Substring, from folder: ArraySlice<Substring>) -> String {
    link.split(separator: "/").reduce(into: Array(folder)) { path, name in
      if name == ".." { _ = path.popLast() } else { path.append(name) }
    }.joined(separator: "/")
  }

  /// As GitHub makes it of a heading.
  private static func anchor(_ heading: String) -> String {
    String(
      heading.drop { $0 == "#" || $0 == " " }.lowercased()
        .filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        .map { $0 == " " ? "-" : $0 })
  }
}
