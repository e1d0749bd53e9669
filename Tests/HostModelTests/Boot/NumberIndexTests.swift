import HostModel
import Testing

/// Things found by their hashes.
struct NumberIndexTests {
  @Test func `each thing is found, and nothing else`() {
    let names = (0..<5_000).map { NameKey("jail\($0)") }
    var index = NumberIndex()
    for (number, name) in names.enumerated() { index.add(number, hash: name.hash) }
    for (number, name) in names.enumerated() {
      #expect(index.number(hash: name.hash) { names[$0] == name } == number)
    }
    let other = NameKey("jail5000")
    #expect(index.number(hash: other.hash) { names[$0] == other } == nil)
    #expect(NumberIndex().number(hash: other.hash) { _ in true } == nil)
  }

  @Test func `things of one hash are told apart`() {
    var index = NumberIndex()
    for number in 0..<100 { index.add(number, hash: 7) }
    for number in 0..<100 {
      #expect(index.number(hash: 7) { $0 == number } == number)
    }
  }

  @Test func `a number takes the place of another`() {
    var index = NumberIndex()
    index.put(0, for: nil, hash: 1)
    index.put(1, for: nil, hash: 1)
    index.put(2, for: 0, hash: 1)
    #expect([0, 1, 2].map { wanted in index.number(hash: 1) { $0 == wanted } } == [nil, 1, 2])
  }

  /// In a row, as they would stand by what their hashes have in common, it would be hours.
  @Test(.timeLimit(.minutes(15)), arguments: [0, 400_000])
  func `very many numbered names are found in no time`(_ reserved: Int) {
    var index = NumberIndex()
    index.reserve(reserved)
    let names = (0..<400_000).map { NameKey("ifconfig_em0_alias\($0)") }
    for (number, name) in names.enumerated() { index.add(number, hash: name.hash) }
    let found = names.indices.count { number in
      index.number(hash: names[number].hash) { names[$0] == names[number] } == number
    }
    #expect(found == names.count)
  }
}
