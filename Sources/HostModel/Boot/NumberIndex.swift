/// Finds the numbers of things by their hashes; the things themselves are kept by number elsewhere.
///
/// It takes eleven bytes for each, where a table of addresses or names has thirty to seventy, and so
/// stays in the caches for longer. Hash values have to differ from one run to the next where others
/// choose the things.
package struct NumberIndex: Sendable {
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// Below zero where nothing is.
    var number: Int32 = -1
  }

  /// A thing is at the slot of its hash or behind it, with nothing free between.
  private var slots: [Slot] = []
  /// How many things there are.
  private var count = 0

  package init() {}

  /// Makes room for so many in all.
  package mutating func reserve(_ count: Int) {
    let wanted = count + count / 3 + 1
    if wanted > slots.count { grow(to: wanted) }
  }

  /// The number of what has a hash and is wanted; nil when there is no such thing.
  package func number(hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let short = Self.mixed(hash)
    var index = start(short)
    while slots[index].number >= 0 {
      let number = Int(slots[index].number)
      if slots[index].hash == short, isWanted(number) { return number }
      index = next(index)
    }
    return nil
  }

  /// Adds the number of a thing that isn't there.
  package mutating func add(_ number: Int, hash: UInt64) {
    count += 1
    if count + count / 3 >= slots.count { grow(to: max(16, slots.count * 2)) }
    place(Slot(hash: Self.mixed(hash), number: Int32(number)))
  }

  /// Has another number stand for a thing; one that stood for nothing is added.
  package mutating func put(_ new: Int, for old: Int?, hash: UInt64) {
    guard let old else { return add(new, hash: hash) }
    guard !slots.isEmpty else { return }
    var index = start(Self.mixed(hash))
    while slots[index].number >= 0 {
      if slots[index].number == old {
        slots[index].number = Int32(new)
        return
      }
      index = next(index)
    }
  }

  /// What is alike in hashes of alike things, such as those of numbered names, would have them stand in a
  /// row, and each be looked for along the whole of it (the constants are those of splitmix64).
  private static func mixed(_ hash: UInt64) -> UInt32 {
    var value = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return UInt32(truncatingIfNeeded: value >> 32)
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: size)
    for slot in old where slot.number >= 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var index = start(slot.hash)
    while slots[index].number >= 0 { index = next(index) }
    slots[index] = slot
  }

  /// Any size will do, so that the index is never larger than it has to be.
  private func start(_ hash: UInt32) -> Int { Int((UInt64(hash) * UInt64(slots.count)) >> 32) }

  private func next(_ index: Int) -> Int { index + 1 < slots.count ? index + 1 : 0 }
}
