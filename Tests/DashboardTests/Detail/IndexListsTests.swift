import Testing

@testable import Dashboard

struct IndexListsTests {
  @Test func `indices come back by key, in the order they were added`() {
    var lists = IndexLists<String>()
    for (index, key) in ["a", "b", "a", "c", "b", "a"].enumerated() { lists.append(index, to: key) }
    #expect(lists["a"] == [0, 2, 5])
    #expect(lists["b"] == [1, 4])
    #expect(lists["c"] == [3])
    #expect(lists["d"] == [])
    #expect(lists.first("b") == 1)
    #expect(lists.first("d") == nil)
  }

  @Test func `an index that is last in a list is not added again`() {
    var lists = IndexLists<Int>()
    for value in [7, 7, 8, 7] { lists.append(value, to: 1) }
    #expect(lists[1] == [7, 8, 7])
  }
}
