/// An IPv6 address without a zone.
package struct IPv6Address: Sendable, Hashable {
  /// The first 64 bits.
  package let high: UInt64
  /// The last 64 bits.
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads what inet_pton(3) accepts for AF_INET6.
  package init?(_ text: some StringProtocol) {
    let view = Substring(text).utf8
    self.init(view.span)
  }

  init?(_ bytes: Span<UInt8>) {
    var reader = IPv6Groups()
    guard reader.read(bytes), let (high, low) = reader.halves else { return nil }
    self.init(high: high, low: low)
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

/// The groups of an IPv6 address as they are read, with the place of `::` among them.
private struct IPv6Groups {
  /// The last one in the lowest bits.
  private var groups: UInt128 = 0
  private var count = 0
  /// How many stand in front of `::`.
  private var gap: Int?

  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var index = 0
    if bytes.count >= 2, bytes[0] == colon, bytes[1] == colon {
      gap = 0
      index = 2
    }
    while index < bytes.count || gap != count {
      let start = index
      let value = Self.takeHexadecimal(bytes, &index)
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        return readTail(bytes.extracting(start...))
      }
      guard index > start, append(value) else { return false }
      if index == bytes.count { return true }
      guard bytes[index] == colon else { return false }
      index += 1
      if index < bytes.count, bytes[index] == colon {
        guard gap == nil else { return false }
        gap = count
        index += 1
      }
    }
    return true
  }

  /// One to four hexadecimal digits.
  private static func takeHexadecimal(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt64 {
    let end = min(index + 4, bytes.count)
    var value: UInt64 = 0
    while index < end, let digit = hexDigit(bytes[index]) {
      value = value << 4 | UInt64(digit)
      index += 1
    }
    return value
  }

  /// The last two groups in the spelling of an IPv4 address.
  private mutating func readTail(_ bytes: Span<UInt8>) -> Bool {
    guard let tail = IPv4Address(dottedQuad: bytes) else { return false }
    return append(UInt64(tail.value >> 16)) && append(UInt64(tail.value & 0xffff))
  }

  private mutating func append(_ group: UInt64) -> Bool {
    guard count < 8 else { return false }
    groups = groups &<< 16 | UInt128(group)
    count += 1
    return true
  }

  /// Both halves of the address, when there are as many groups as it takes.
  var halves: (high: UInt64, low: UInt64)? {
    guard gap == nil ? count == 8 : count < 8 else { return nil }
    var all = groups
    if let gap {
      // up to seven stand behind it
      let behind = UInt128(16 * (count - gap))
      let front = groups >> behind
      all = front << UInt128(16 * (8 - gap)) | groups & ((1 << behind) - 1)
    }
    return (UInt64(truncatingIfNeeded: all >> 64), UInt64(truncatingIfNeeded: all))
  }
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
