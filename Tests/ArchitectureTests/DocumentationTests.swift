import Testing

struct DocumentationTests {
  @Test func `every file says in a doc comment what it is about`() {
    expectNone(
      Project.sources.filter { file in
        let first = file.declarations.first { !file.lines[$0.line].hasPrefix(" ") }
        return first.map { !file.isDocumented($0.line) } ?? true
      }.map { "\($0.path): no doc comment on its first declaration" })
  }

  @Test func `every package declaration has a doc comment`() {
    expectNone(
      Project.sources.flatMap { file in
        file.declarations
          .filter { $0.isPackage && $0.keyword != "init" && !file.isDocumented($0.line) }
          .map { "\(file.place($0.line)): \($0.keyword) \($0.name) has no doc comment" }
      })
  }

  @Test(arguments: [
    ("package let a: Int", "let", "a", true),
    ("  package private(set) var count = 0", "var", "count", true),
    ("  package static func < (a: Int, b: Int) -> Bool {", "func", "", true),
    ("package indirect enum Tree<Leaf>: Sendable {", "enum", "Tree", true),
    (#"@available(*, deprecated) package mutating func step(_ n: Int) {"#, "func", "step", true),
    ("  package init(_ a: Int) {", "init", "_", true),
    ("  private let a = 1", "let", "a", false),
    ("  class func make() {", "func", "make", false),
    ("final class Recorder {", "class", "Recorder", false),
  ])
  func `a declaration is told by its line`(
    _ line: String, _ keyword: String, _ name: String, _ isPackage: Bool
  ) throws {
    let declaration = try #require(Declaration(line, line: 0))
    #expect(declaration.keyword == keyword)
    #expect(declaration.isPackage == isPackage)
    if keyword != "init" { #expect(declaration.name == name) }
  }

  @Test(arguments: [
    "package import SourceText", "  return package", "  case let .some(x):", "  guard let a else {",
    "  if let a = b {", "  initialize()", "letter = 1", "", "}",
  ])
  func `other lines declare nothing`(_ line: String) {
    #expect(Declaration(line, line: 0) == nil)
  }
}
