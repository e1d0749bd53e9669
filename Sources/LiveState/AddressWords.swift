import HostModel
import Phrases

/// A line of ifconfig(8) that tells of an address, word by word.
struct AddressWords {
  /// What is wrong with a line whose address can be read all the same.
  private(set) var fault: String?

  private let words: [Substring]
  private var index = 1

  /// - Parameter words: `inet` or `inet6` in front.
  init(_ words: [Substring]) {
    self.words = words
  }

  mutating func read() -> LiveAddress? {
    guard let word = next() else { return nil }
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = Self.address(parts[0]), address.family.rawValue == words[0] else {
      return nil
    }
    var found = LiveAddress(address)
    if parts.count > 1 { found.prefixLength = length(parts[1], address.family) }
    while let word = next() { take(word, &found) }
    if found.prefixLength == nil, fault == nil { fault = spoken("no length of \(address)") }
    return found
  }

  private mutating func next() -> Substring? {
    guard index < words.count else { return nil }
    index += 1
    return words[index - 1]
  }

  private mutating func take(_ word: Substring, _ found: inout LiveAddress) {
    switch word {
    case "-->": takeDestination(&found)
    case "netmask": if let mask = next() { found.prefixLength = length(ofMask: mask) }
    case "prefixlen":
      if let text = next() { found.prefixLength = length(text, found.address.family) }
    case "vhid": found.virtualHost = next().flatMap { Int($0) }
    case "broadcast", "scopeid", "pltime", "vltime": _ = next()
    default: if let mark = LiveAddress.Mark(rawValue: String(word)) { found.marks.insert(mark) }
    }
  }

  /// The other end, behind which the length may stand.
  private mutating func takeDestination(_ found: inout LiveAddress) {
    guard let word = next() else { return }
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    found.destination = Self.address(parts[0])
    if parts.count > 1, found.prefixLength == nil {
      found.prefixLength = length(parts[1], found.address.family)
    }
  }

  private mutating func length(_ text: Substring, _ family: AddressFamily) -> Int? {
    if let length = Int(text), (0...family.hostLength).contains(length) { return length }
    fault = spoken("no length: \(excerpt(text))")
    return nil
  }

  /// The length of `0xffffff00` or `255.255.255.0`.
  private mutating func length(ofMask text: Substring) -> Int? {
    guard let mask = IPv4Address(loose: text) else {
      fault = spoken("no mask: \(excerpt(text))")
      return nil
    }
    let ones = (~mask.value).leadingZeroBitCount
    guard mask.value == (ones == 0 ? 0 : UInt32.max << UInt32(32 - ones)) else {
      fault = spoken("a mask with gaps: \(excerpt(text))")
      return nil
    }
    return ones
  }

  private static func address(_ text: Substring) -> IPAddress? {
    IPAddress(text.prefix { $0 != "%" })
  }
}
