import SourceText
import TestHosts
import Testing

struct LineDiffTests {
  /// The new sequence, made of the old one and the changes.
  private func rebuilt(_ diff: LineDiff, _ old: [Int], _ new: [Int]) -> [Int] {
    var result: [Int] = []
    var position = 0
    for change in diff.changes {
      result += old[position..<change.old.lowerBound]
      result += new[change.new]
      position = change.old.upperBound
    }
    return result + old[position...]
  }

  /// The length of the longest common subsequence, by the table.
  private func common(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for one in old {
      var corner = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = one == other ? corner + 1 : max(above, row[index])
        corner = above
      }
    }
    return row[new.count]
  }

  @Test(arguments: 0..<400)
  func `the script is a shortest one and leads from old to new`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let letters = Int.random(in: 1...6, using: &numbers)
    let list = { (count: Int) in
      (0..<count).map { _ in Int.random(in: 0..<letters, using: &numbers) }
    }
    let old = list(Int(seed % 23))
    let new = list(Int(seed % 17))
    let diff = LineDiff(old, new)
    #expect(rebuilt(diff, old, new) == new)
    let changed = diff.changes.reduce(0) { $0 + $1.old.count + $1.new.count }
    #expect(changed == old.count + new.count - 2 * common(old, new))
  }

  @Test func `changes lie apart and are not empty`() {
    let diff = LineDiff([1, 2, 3, 4, 5], [1, 9, 3, 5, 6])
    #expect(diff.changes.map(\.old) == [1..<2, 3..<4, 5..<5])
    #expect(diff.changes.map(\.new) == [1..<2, 3..<3, 4..<5])
  }

  @Test(.timeLimit(.minutes(15)))
  func `sequences with nothing in common are given up on in bounded time`() {
    let old = Array(0..<30_000)
    let new = Array(30_000..<60_000)
    let diff = LineDiff(old, new)
    #expect(rebuilt(diff, old, new) == new)
    #expect(diff.changes.count == 1)
  }

  @Test func `two edits far apart in a long file cost little`() {
    let old = Array(0..<100_000)
    var new = old
    new[10] = -1
    new[99_990] = -2
    #expect(LineDiff(old, new).changes.map(\.old) == [10..<11, 99_990..<99_991])
  }
}
