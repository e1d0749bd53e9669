import Rewrite
import SourceText
import Testing

struct PlanTests {
  private let files = ["/a": "one two\n", "/b": "three\n"]

  private func selection() -> FixSelection {
    let files = files
    return FixSelection { files[$0].map { Array($0.utf8) } }
  }

  private func fix(_ title: String, _ edits: [String: [TextEdit]]) throws -> Fix {
    Fix(title, .safe, edits: try edits.mapValues { try EditSet($0) })
  }

  @Test func `fixes that don't meet make one plan`() throws {
    var chosen = selection()
    try chosen.add(fix("First", ["/a": [.delete(SourceSpan(0, 4))]]))
    try chosen.add(fix("Second", ["/b": [.insert([0x2a], at: 0)], "/a": [.insert([0x2b], at: 7)]]))
    let plan = try chosen.plan()
    #expect(plan.reasons == ["First", "Second"])
    #expect(plan.files.map(\.path) == ["/a", "/b"])
    let previews = try plan.preview { files[$0].map { Array($0.utf8) } }
    let texts = previews.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(texts[0].hasSuffix("-one two\n+two+\n"))
    #expect(texts[1].hasSuffix("-three\n+*three\n"))
  }

  @Test func `a fix that meets another is left out whole`() throws {
    var chosen = selection()
    try chosen.add(fix("First", ["/a": [.delete(SourceSpan(0, 4))]]))
    let second = try fix(
      "Second", ["/a": [.delete(SourceSpan(3, 5))], "/b": [.delete(SourceSpan(0, 1))]])
    #expect(
      throws: PlanConflict.edits(
        fix: "Second", path: "/a", .overlap(SourceSpan(0, 4), SourceSpan(3, 5)))
    ) { try chosen.add(second) }
    #expect(try chosen.plan().files.map(\.path) == ["/a"])
  }

  @Test func `a fix of a file that isn't there, or is shorter, is left out`() throws {
    var chosen = selection()
    let lost = try fix("Lost", ["/c": [.insert([1], at: 0)]])
    #expect(throws: PlanConflict.noFile(fix: "Lost", path: "/c")) { try chosen.add(lost) }
    let far = try fix("Far", ["/a": [.insert([1], at: 99)]])
    #expect(throws: PlanConflict.self) { try chosen.add(far) }
    #expect(try chosen.plan().isEmpty)
  }

  @Test func `a preview of another file than the plan's is refused`() throws {
    var chosen = selection()
    try chosen.add(fix("First", ["/a": [.delete(SourceSpan(0, 4))]]))
    let plan = try chosen.plan()
    #expect(throws: RewriteFailure.changed(path: "/a")) { try plan.preview { _ in [] } }
    #expect(throws: RewriteFailure.changed(path: "/a")) { try plan.preview { _ in nil } }
  }
}
