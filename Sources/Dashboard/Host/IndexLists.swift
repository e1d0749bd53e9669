/// Lists of indices by key, most of them short, all in one array.
struct IndexLists<Key: Hashable & Sendable>: Sendable {
  private struct Entry: Sendable {
    let value: Int32
    var next: Int32
  }

  private var entries: [Entry] = []
  private var ends: [Key: (first: Int32, last: Int32)] = [:]

  /// Adds an index at the end of a key's list, unless it is there last already.
  mutating func append(_ value: Int, to key: Key) {
    let number = Int32(entries.count)
    guard let end = ends[key] else {
      entries.append(Entry(value: Int32(value), next: -1))
      ends[key] = (number, number)
      return
    }
    guard entries[Int(end.last)].value != Int32(value) else { return }
    entries.append(Entry(value: Int32(value), next: -1))
    entries[Int(end.last)].next = number
    ends[key] = (end.first, number)
  }

  /// The indices of a key in the order they were added.
  subscript(key: Key) -> [Int] {
    var list: [Int] = []
    var next = ends[key]?.first ?? -1
    while next >= 0 {
      list.append(Int(entries[Int(next)].value))
      next = entries[Int(next)].next
    }
    return list
  }

  /// The first index of a key.
  func first(_ key: Key) -> Int? { ends[key].map { Int(entries[Int($0.first)].value) } }
}
