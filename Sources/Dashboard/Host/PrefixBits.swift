package import HostModel

/// An address written out in full, with which of its digits each prefix length covers.
package struct PrefixBits: Sendable {
  /// How much of one character of the written address a prefix covers.
  package enum Cover: Sendable, Hashable {
    /// All of it.
    case all
    /// So many of a digit's four bits, 1 to 3.
    case part(Int)
    /// Nothing.
    case none
  }

  /// The address.
  package let address: IPAddress

  package init(_ address: IPAddress) {
    self.address = address
  }

  /// All digits: those of IPv6 in groups of four, those of IPv4 in bits.
  package var written: String {
    switch address {
    case .inet(let inet):
      (0..<4).map { octet in
        let value = inet.value >> UInt32(24 - 8 * octet) & 0xff
        return Self.padded(String(value, radix: 2), to: 8)
      }.joined(separator: ".")
    case .inet6(let inet6):
      (0..<8).map { group in
        let half = group < 4 ? inet6.high : inet6.low
        return Self.padded(
          String(half >> UInt64(48 - 16 * (group % 4)) & 0xffff, radix: 16), to: 4)
      }.joined(separator: ":")
    }
  }

  /// What a prefix of a length covers of each character of `written`.
  package func cover(_ length: Int) -> [Cover] {
    // 32 bits in groups of eight, or as many digits of four bits in groups of four
    let isIPv4 = address.family == .inet
    let bits = isIPv4 ? 1 : 4
    let group = isIPv4 ? 8 : 4
    return (0..<32).flatMap { digit -> [Cover] in
      let covered = min(max(length - digit * bits, 0), bits)
      let cover: Cover = covered == bits ? .all : covered == 0 ? .none : .part(covered)
      guard digit > 0, digit % group == 0 else { return [cover] }
      // what stands between groups goes with the digit behind it
      return [covered > 0 ? .all : .none, cover]
    }
  }

  /// How many addresses share a prefix of a length: `16`, `2^64`.
  package func count(_ length: Int) -> String {
    let bits = address.family.hostLength - length
    return bits <= 16 ? String(1 << max(bits, 0)) : "2^\(bits)"
  }

  private static func padded(_ digits: String, to count: Int) -> String {
    String(repeating: "0", count: max(count - digits.count, 0)) + digits
  }
}
