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
    var reader = IPv6Reader()
    for byte in text.utf8 {
      guard reader.take(byte) else { return nil }
    }
    guard let groups = reader.finish() else { return nil }
    self.init(groups: groups)
  }

  private init(groups: InlineArray<8, UInt16>) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<4 {
      high = high << 16 | UInt64(groups[index])
      low = low << 16 | UInt64(groups[index + 4])
    }
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

/// The states inet_pton(3) goes through, a byte at a time.
private struct IPv6Reader {
  private var groups = InlineArray<8, UInt16>(repeating: 0)
  private var count = 0
  private var gap: Int?
  private var value: UInt32 = 0
  private var digits = 0
  private var lastWasColon = false
  private var started = false
  private var dotted: [UInt8] = []
  private var token: [UInt8] = []

  mutating func take(_ byte: UInt8) -> Bool {
    if !dotted.isEmpty || byte == UInt8(ascii: ".") { return takeDotted(byte) }
    if byte == UInt8(ascii: ":") { return takeColon() }
    guard let digit = hexDigit(byte), digits < 4 else { return false }
    if started && count == 0 && gap == nil && lastWasColon { return false }
    value = value << 4 | digit
    digits += 1
    token.append(byte)
    started = true
    lastWasColon = false
    return true
  }

  private mutating func takeColon() -> Bool {
    if digits == 0 {
      if !started {
        started = true
        lastWasColon = true
        return true
      }
      guard lastWasColon, gap == nil else { return false }
      gap = count
      lastWasColon = true
      return true
    }
    guard count < 8 else { return false }
    push()
    lastWasColon = true
    return true
  }

  private mutating func takeDotted(_ byte: UInt8) -> Bool {
    if dotted.isEmpty {
      guard digits > 0, count <= 6 else { return false }
      dotted = token
      digits = 0
      token = []
    }
    dotted.append(byte)
    return dotted.count <= 15
  }

  private mutating func push() {
    groups[count] = UInt16(value)
    count += 1
    value = 0
    digits = 0
    token.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> InlineArray<8, UInt16>? {
    guard started else { return nil }
    if !dotted.isEmpty {
      guard let tail = IPv4Address(dottedQuad: String(decoding: dotted, as: UTF8.self)) else {
        return nil
      }
      groups[count] = UInt16(tail.value >> 16)
      groups[count + 1] = UInt16(tail.value & 0xffff)
      count += 2
    } else if digits > 0 {
      guard count < 8 else { return nil }
      push()
    } else if lastWasColon && gap != count {
      return nil
    }
    guard let gap else { return count == 8 ? groups : nil }
    guard count < 8 else { return nil }
    var full = InlineArray<8, UInt16>(repeating: 0)
    for index in 0..<gap { full[index] = groups[index] }
    for index in gap..<count { full[8 - count + index] = groups[index] }
    return full
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
