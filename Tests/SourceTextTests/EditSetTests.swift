import SourceText
import TestHosts
import Testing

struct EditSetTests {
  private func text(_ edits: [TextEdit], on text: String) throws -> String {
    String(decoding: try EditSet(edits).applied(to: Array(text.utf8)), as: UTF8.self)
  }

  @Test func `replaces, inserts and deletes in any order of giving`() throws {
    let edits: [TextEdit] = [
      .insert(Array("<".utf8), at: 0), .delete(SourceSpan(2, 4)),
      .replace(SourceSpan(4, 5), with: Array("EE".utf8)), .insert(Array(">".utf8), at: 6),
    ]
    #expect(try text(edits, on: "abcdef") == "<abEEf>")
    #expect(try text(edits.reversed(), on: "abcdef") == "<abEEf>")
    #expect(try EditSet(edits) == EditSet(edits.reversed()))
  }

  @Test func `an insertion beside a replacement does not meet it`() throws {
    let edits: [TextEdit] = [
      .insert([1], at: 2), .replace(SourceSpan(2, 3), with: [2]), .insert([3], at: 3),
    ]
    #expect(try EditSet(edits).applied(to: [9, 9, 8, 9]) == [9, 9, 1, 2, 3, 9])
  }

  @Test func `the same edit twice counts once`() throws {
    let edit = TextEdit.replace(SourceSpan(1, 2), with: [7])
    #expect(try EditSet([edit, edit]).edits == [edit])
  }

  @Test(arguments: [
    [TextEdit.delete(SourceSpan(0, 3)), .delete(SourceSpan(2, 4))],
    [.insert([1], at: 2), .insert([2], at: 2)],
    [.replace(SourceSpan(0, 4), with: []), .insert([1], at: 2)],
    [.replace(SourceSpan(0, 4), with: [1]), .replace(SourceSpan(0, 4), with: [2])],
  ])
  func `edits that meet are refused`(_ edits: [TextEdit]) throws {
    #expect(throws: EditConflict.self) { try EditSet(edits) }
  }

  @Test func `edits beyond the file are refused`() throws {
    let edits = try EditSet([.delete(SourceSpan(2, 5))])
    #expect(throws: EditConflict.outside(SourceSpan(2, 5))) { try edits.applied(to: [1, 2, 3, 4]) }
    #expect(throws: EditConflict.self) { try EditSet([.delete(SourceSpan(3, 1))]) }
    #expect(throws: EditConflict.self) { try EditSet([.delete(SourceSpan(-1, 1))]) }
  }

  @Test(arguments: 0..<200)
  func `the inverse restores every byte`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let bytes = numbers.bytes(40, of: Array("ab\n".utf8))
    var edits: [TextEdit] = []
    var position = 0
    while position < 36 {
      let lower = position + Int.random(in: 0...3, using: &numbers)
      let upper = lower + Int.random(in: 0...2, using: &numbers)
      let count = Int.random(in: 0...3, using: &numbers)
      edits.append(
        TextEdit(SourceSpan(lower, upper), numbers.bytes(count, of: Array("xyz".utf8))))
      position = max(upper, lower + 1)
    }
    let set = try EditSet(edits)
    let changed = try set.applied(to: bytes)
    #expect(try set.inverted(on: bytes).applied(to: changed) == bytes)
  }
}
