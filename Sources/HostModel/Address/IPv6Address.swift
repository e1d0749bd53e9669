/// An IPv6 address without a zone.
package struct IPv6Address: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads what inet_pton(3) accepts for AF_INET6.
  package init?(_ text: some StringProtocol) {
    let colon = UInt8(ascii: ":")
    var rest = Substring(text).utf8
    var groups: [UInt64] = []
    groups.reserveCapacity(8)
    var gap: Int?
    if rest.starts(with: [colon, colon]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !(rest.isEmpty && gap == groups.count) {
      let word = rest.prefix { $0 != colon }
      rest = rest.dropFirst(word.count)
      if rest.isEmpty, let tail = IPv4Address(dottedQuad: Substring(word)) {
        groups += [UInt64(tail.value >> 16), UInt64(tail.value & 0xffff)]
        break
      }
      guard let group = Self.group(word), groups.count < 8 else { return nil }
      groups.append(group)
      if rest.isEmpty { break }
      rest = rest.dropFirst()
      if rest.first == colon {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst()
      }
    }
    guard gap == nil ? groups.count == 8 : groups.count < 8 else { return nil }
    groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap ?? 8)
    self.init(
      high: groups[..<4].reduce(0) { $0 << 16 | $1 }, low: groups[4...].reduce(0) { $0 << 16 | $1 })
  }

  /// One to four hexadecimal digits.
  private static func group(_ word: some Collection<UInt8>) -> UInt64? {
    guard (1...4).contains(word.count) else { return nil }
    var value: UInt64 = 0
    for byte in word {
      guard let digit = hexDigit(byte) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }

  private func group(_ index: Int) -> UInt16 {
    let half = index < 4 ? high : low
    return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index & 3)))
  }

  /// The address with all bits behind a prefix cleared.
  package func prefix(_ length: Int) -> IPv6Address {
    func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : ~(.max >> UInt64(bits)) }
    return IPv6Address(high: high & mask(length), low: low & mask(length - 64))
  }

  /// Whether it is in `fe80::/10`.
  package var isLinkLocal: Bool { high >> 54 == 0xfe80 >> 6 }
}

extension IPv6Address: CustomStringConvertible {
  /// The spelling of RFC 5952, as inet_ntop(3) prints it.
  package var description: String {
    var best = 0..<0
    var run = 0
    for index in 0..<8 {
      run = group(index) == 0 ? run + 1 : 0
      if run > best.count { best = index + 1 - run..<index + 1 }
    }
    if best.count < 2 { best = 8..<8 }
    if best == 0..<6 || (best == 0..<5 && group(5) == 0xffff) {
      let tail = IPv4Address(UInt32(truncatingIfNeeded: low))
      return best.count == 6 ? "::\(tail)" : "::ffff:\(tail)"
    }
    var text = ""
    var index = 0
    while index < 8 {
      if index == best.lowerBound && !best.isEmpty {
        text += index == 0 ? "::" : ":"
        index = best.upperBound
        continue
      }
      text += String(group(index), radix: 16)
      index += 1
      if index < 8 { text += ":" }
    }
    return text
  }
}
