import TestHosts
import Testing

@testable import Rules

struct FindingDifferenceTests {
  private func findings(_ texts: [String]) -> [Finding] {
    texts.map { text in
      Finding(
        rule: "jail-start-fails", severity: .error, reach: .jail, message: { text }, places: [])
    }
  }

  private func difference(_ before: [String], _ after: [String]) -> [[String]] {
    let difference = FindingDifference(findings(before), findings(after))
    return [difference.gone.map(\.message), difference.come.map(\.message)]
  }

  @Test func `what is new and what is gone is told in order, wherever it stands`() {
    #expect(difference([], []) == [[], []])
    #expect(difference(["a", "b"], ["a", "b"]) == [[], []])
    #expect(difference(["a", "b", "c"], ["a", "c"]) == [["b"], []])
    #expect(difference(["a", "c"], ["a", "b", "c", "d"]) == [[], ["b", "d"]])
    #expect(difference(["a", "b"], ["c", "d"]) == [["a", "b"], ["c", "d"]])
  }

  @Test func `what stands elsewhere is neither`() {
    #expect(difference(["a", "b", "c"], ["c", "a", "b"]) == [[], []])
    // the second one's fellow is among what is alike at the end
    #expect(difference(["x", "a", "b", "a"], ["y", "b", "a"]) == [["x"], ["y"]])
  }

  @Test(arguments: 1...200)
  func `it is the difference of the two sets`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let lists = (0..<2).map { _ in
      (0..<Int.random(in: 0...40, using: &numbers)).map { index in
        Int.random(in: 0...3, using: &numbers) > 0
          ? "\(index)" : "\(Int.random(in: 0...40, using: &numbers))"
      }
    }
    let sets = lists.map(Set.init)
    #expect(
      difference(lists[0], lists[1])
        == [lists[0].filter { !sets[1].contains($0) }, lists[1].filter { !sets[0].contains($0) }])
  }
}
