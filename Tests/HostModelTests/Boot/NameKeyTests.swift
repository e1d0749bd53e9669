import Testing

@testable import HostModel

/// Names as keys of tables.
struct NameKeyTests {
  @Test(arguments: [
    "", "a", "lo0", "jail_17", "ifconfig", "ifconfig_", "ifconfig_igb0_alias17", "é",
    String(repeating: "x", count: 100),
  ])
  func `a name is itself and no other one`(_ name: String) {
    let other = String(decoding: Array(name.utf8), as: UTF8.self)
    #expect(NameKey(name) == NameKey(other))
    #expect(NameKey(name)._rawHashValue(seed: 3) == NameKey(other)._rawHashValue(seed: 3))
    for index in name.utf8.indices {
      var bytes = Array(name.utf8)
      bytes[name.utf8.distance(from: name.utf8.startIndex, to: index)] = UInt8(ascii: "_") &+ 1
      #expect(NameKey(name) != NameKey(String(decoding: bytes, as: UTF8.self)))
    }
    #expect(NameKey(name) != NameKey(name + "a"))
  }

  @Test func `bytes count, not what they look like`() {
    #expect(NameKey("\u{e9}") != NameKey("e\u{301}"))
  }

  @Test func `a table finds each of many names`() {
    let names = (0..<2_000).flatMap { ["jail\($0)", "ifconfig_em\($0 % 7)_alias\($0)"] }
    var table: [NameKey: Int] = [:]
    for (index, name) in names.enumerated() { table[NameKey(name)] = index }
    #expect(table.count == names.count)
    #expect(names.indices.allSatisfy { table[NameKey(names[$0])] == $0 })
  }

  @Test func `numbers at the end of names spread`() {
    let hashes = (0..<4_096).map { NameKey("jail\($0)")._rawHashValue(seed: 1) & 0xfff }
    // as many of 4096 places as chance takes, about 63 in a hundred
    #expect(Set(hashes).count > 2_400)
  }
}
