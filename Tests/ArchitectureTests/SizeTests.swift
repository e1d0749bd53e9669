import Testing

struct SizeTests {
  @Test func `no file is longer than 400 lines`() {
    expectNone(
      (Project.sources + Project.tests).filter { $0.lines.count > 400 }
        .map { "\($0.path): \($0.lines.count) lines" })
  }

  @Test func `no function is longer than 60 lines`() {
    let bodies: Set<String> = ["func", "init", "deinit", "subscript", "var", "let"]
    expectNone(
      (Project.sources + Project.tests).flatMap { file in
        file.declarations.compactMap { declaration in
          guard bodies.contains(declaration.keyword), let lines = file.extent(of: declaration),
            lines > 60
          else { return nil }
          return "\(file.place(declaration.line)): \(declaration.name) has \(lines) lines"
        }
      })
  }

  @Test func `the measure of a function spans its signature and its body`() throws {
    let file = SourceCode(
      path: "Sources/Sample/Sample.swift",
      bytes: Array(
        """
        protocol Sample {
          func bodyless(_ a: Int)
          func other()
        }
        func first(
          _ a: () -> Void = {}, text: String = "}"
        ) -> Int {
          let text = "{"  // }
          return text.count
        }
        init() { a = 1 }
        """.utf8))
    let extents = file.declarations.filter { ["func", "init"].contains($0.keyword) }
      .map(file.extent)
    #expect(extents == [nil, nil, 6, 1])
  }
}
