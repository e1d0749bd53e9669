import SourceText
import TestHosts
import Testing

/// Edits that are made one after another.
struct EditSequenceTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    // behind, in front of, inside and around what the first one writes
    ([TextEdit(SourceSpan(2, 4), Array("XY".utf8))], [TextEdit(SourceSpan(5, 6), [])]),
    ([TextEdit(SourceSpan(2, 4), Array("XYZ".utf8))], [TextEdit(SourceSpan(0, 1), [65])]),
    ([TextEdit(SourceSpan(2, 4), Array("XYZ".utf8))], [TextEdit(SourceSpan(3, 4), [65, 66])]),
    ([TextEdit(SourceSpan(2, 4), Array("XYZ".utf8))], [TextEdit(SourceSpan(1, 6), [65])]),
    ([TextEdit(SourceSpan(0, 8), [])], [TextEdit(SourceSpan(0, 0), [65])]),
    ([], []), ([], [TextEdit(SourceSpan(8, 8), [65])]),
  ])
  func `are the same at once`(_ first: [TextEdit], _ second: [TextEdit]) throws {
    let bytes = Array("abcdefgh".utf8)
    let (one, two) = (try EditSet(first), try EditSet(second))
    let both = try one.followed(by: two, in: bytes.count)
    #expect(
      try text(both.applied(to: bytes)) == text(two.applied(to: one.applied(to: bytes))))
  }

  @Test func `whatever they are`() throws {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &numbers)).map { UInt8(97 + $0) }
      let one = try EditSet(Self.edits(of: bytes.count, &numbers))
      let middle = try one.applied(to: bytes)
      let two = try EditSet(Self.edits(of: middle.count, &numbers))
      let both = try one.followed(by: two, in: bytes.count)
      #expect(try text(both.applied(to: bytes)) == text(two.applied(to: middle)))
    }
  }

  /// Up to three edits that don't meet.
  private static func edits(of count: Int, _ numbers: inout SeededNumbers) -> [TextEdit] {
    var edits: [TextEdit] = []
    var position = 0
    for _ in 0..<Int.random(in: 0...3, using: &numbers) where position < count {
      let lower = Int.random(in: position...count, using: &numbers)
      let upper = Int.random(in: lower...count, using: &numbers)
      let added = (0..<Int.random(in: 0...3, using: &numbers)).map { UInt8(65 + $0) }
      edits.append(TextEdit(SourceSpan(lower, upper), added))
      position = upper + 1
    }
    return edits
  }
}
