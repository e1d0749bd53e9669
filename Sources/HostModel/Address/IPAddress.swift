/// The two families jails have addresses of.
package enum AddressFamily: String, Sendable {
  case inet, inet6

  /// The prefix length that covers a single address.
  package var hostLength: Int { self == .inet ? 32 : 128 }
}

/// An address of either family.
package enum IPAddress: Sendable, Hashable {
  case inet(IPv4Address)
  case inet6(IPv6Address)

  /// Families need no mark of their own: few hosts have an IPv4 and an IPv6 address of equal bits.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(halves.high)
    hasher.combine(halves.low)
  }

  /// What a table of addresses asks for, in a tenth of the time that the hasher takes.
  package func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: mixed(from: UInt64(truncatingIfNeeded: seed)))
  }

  /// The hash of the address in a `NumberIndex`.
  package var hash: UInt64 { mixed(from: Self.start) }

  private func mixed(from start: UInt64) -> UInt64 {
    let (high, low) = halves
    return mixedBits(mixedBits(high ^ start) ^ low)
  }

  /// Nobody who writes addresses knows it, so nobody can have them collide.
  private static let start = UInt64(truncatingIfNeeded: "address".hashValue)

  /// The address as two numbers, that of IPv4 in the second.
  var halves: (high: UInt64, low: UInt64) {
    switch self {
    case .inet(let address): (0, UInt64(address.value))
    case .inet6(let address): (address.high, address.low)
    }
  }

  /// The family it belongs to.
  package var family: AddressFamily {
    switch self {
    case .inet: .inet
    case .inet6: .inet6
    }
  }

  /// Whether it is the family's address that stands for none: `0.0.0.0` or `::`.
  package var isUnspecified: Bool {
    switch self {
    case .inet(let address): address.value == 0
    case .inet6(let address): address.high == 0 && address.low == 0
    }
  }

  /// Reads the spelling of either family; IPv4 as four numbers.
  package init?(_ text: some StringProtocol) {
    let view = Substring(text).utf8
    self.init(view.span)
  }

  /// The same of bytes.
  package init?(_ bytes: Span<UInt8>) {
    if let address = IPv4Address(dottedQuad: bytes) {
      self = .inet(address)
    } else if let address = IPv6Address(bytes) {
      self = .inet6(address)
    } else {
      return nil
    }
  }

  /// Reads the spelling of one family.
  init?(_ bytes: Span<UInt8>, of family: AddressFamily) {
    switch family {
    case .inet:
      guard let address = IPv4Address(dottedQuad: bytes) else { return nil }
      self = .inet(address)
    case .inet6:
      guard let address = IPv6Address(bytes) else { return nil }
      self = .inet6(address)
    }
  }

  /// Whether some bytes spell the address, in any way.
  package func isSpelled(by bytes: Span<UInt8>) -> Bool {
    IPAddress(bytes, of: family) == self
  }
}

/// Mixes the bits of a number so that each has a part in all: the two halves of a product with an
/// odd number of random bits.
func mixedBits(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
  return product.high ^ product.low
}

extension IPAddress: CustomStringConvertible {
  /// The usual spelling, without prefix length.
  package var description: String {
    switch self {
    case .inet(let address): address.description
    case .inet6(let address): address.description
    }
  }
}
