import Rewrite

/// What is open on a host, as far as the one who opened it knows: numbers for paths.
///
/// A descriptor holds on to a file whatever becomes of its names; a path doesn't. So what is done to
/// names from here is followed here: a file that is renamed has another path then, and one whose name
/// another has taken goes by a second name, if it has got one.
struct OpenPaths {
  struct Entry {
    var path: [UInt8]?
    let use: FileUse?
    /// Its other names.
    var others: [[UInt8]] = []
    /// What is in a file that was made here.
    var written: [UInt8] = []
    /// How much of that is still to be sent.
    var unsent = 0
    /// What was in it when it was read from its start.
    var content: [UInt8]?
    /// Its status with the number of the request that told it.
    var told: (status: FileStatus, at: Int)?
  }

  private(set) var entries: [Int32: Entry] = [:]
  private var last: Int32 = 0
  /// The locks that are held, the last one taken at the end, and whether they are still wanted.
  private var locks: [(number: Int32, isWanted: Bool)] = []

  subscript(number: Int32) -> Entry? {
    get { entries[number] }
    set { entries[number] = newValue }
  }

  /// The number for a path that was opened.
  mutating func add(_ path: [UInt8], _ use: FileUse?, _ told: (FileStatus, Int)) -> Int32 {
    last += 1
    entries[last] = Entry(path: path, use: use, told: told)
    return last
  }

  /// The files with bytes that are still to be sent, in the order in which they were opened.
  var unsent: [Int32] { entries.filter { $0.value.unsent > 0 }.keys.sorted() }

  mutating func gaveSecondName(_ name: [UInt8], _ other: [UInt8]) {
    for (number, entry) in entries where entry.path == name {
      entries[number]?.others.append(other)
    }
  }

  mutating func renamed(_ old: [UInt8], _ new: [UInt8]) {
    lost(new)
    let below = old + [UInt8(ascii: "/")]
    for (number, entry) in entries {
      guard let path = entry.path else { continue }
      if path == old { entries[number]?.path = new }
      if path.starts(with: below) { entries[number]?.path = new + path.dropFirst(old.count) }
      entries[number]?.others.removeAll { $0 == old }
    }
  }

  /// A name does not lead to what it led to.
  mutating func lost(_ name: [UInt8]) {
    for (number, entry) in entries {
      entries[number]?.others.removeAll { $0 == name }
      guard entry.path == name else { continue }
      let others = entry.others.filter { $0 != name }
      entries[number]?.path = others.last
      entries[number]?.others = Array(others.dropLast())
    }
  }

  func holdsLock(_ number: Int32) -> Bool { locks.contains { $0.number == number && $0.isWanted } }

  mutating func locked(_ number: Int32) { locks.append((number, true)) }

  /// Forgets a number, and tells how many of the locks taken last are not wanted any more: one that
  /// was taken earlier has to wait for the later ones.
  mutating func close(_ number: Int32) -> Int {
    entries[number] = nil
    for index in locks.indices where locks[index].number == number {
      locks[index].isWanted = false
    }
    let unwanted = locks.reversed().prefix { !$0.isWanted }.count
    locks.removeLast(unwanted)
    return unwanted
  }
}
