package import HostModel

/// A run of addresses that the map shows, at most 256.
package struct AddressNetwork: Sendable, Hashable {
  /// The first address and how many bits all share.
  package let prefix: Prefix
  /// A provider gave it, or what it is a part of, by the settings.
  package let isAllocation: Bool

  /// How many addresses it has.
  package var count: Int { Int(prefix.count ?? 256) }

  /// An address of it, counted from 0.
  package func address(at index: Int) -> IPAddress {
    switch prefix.address {
    case .inet(let first): .inet(IPv4Address(first.value &+ UInt32(index)))
    case .inet6(let first):
      .inet6(IPv6Address(high: first.high, low: first.low &+ UInt64(index)))
    }
  }

  /// Which of its addresses one is, from 0; nil for others.
  package func index(of address: IPAddress) -> Int? {
    guard prefix.contains(address) else { return nil }
    return switch (address, prefix.address) {
    case (.inet(let one), .inet(let first)): Int(one.value - first.value)
    case (.inet6(let one), .inet6(let first)): Int(one.low - first.low)
    default: nil
    }
  }
}

extension Prefix {
  /// The most that is shown at once: 256 addresses.
  static func most(_ address: IPAddress) -> Prefix {
    Prefix(address, length: address.family.hostLength - 8)
  }

  /// It can be shown whole.
  var isShownWhole: Bool { address.family.hostLength - length <= 8 }

  /// The last address.
  var last: IPAddress {
    let host = address.family.hostLength - length
    return switch address {
    case .inet(let inet):
      .inet(IPv4Address(inet.value | (host >= 32 ? UInt32.max : (1 << UInt32(host)) - 1)))
    case .inet6(let inet6):
      .inet6(
        IPv6Address(
          high: inet6.high | (host <= 64 ? 0 : host >= 128 ? .max : (1 << UInt64(host - 64)) - 1),
          low: inet6.low | (host >= 64 ? .max : (1 << UInt64(host)) - 1)))
    }
  }

  /// The smallest network of at least 16 addresses that holds some, all of them in one of 256.
  static func around(_ addresses: [IPAddress]) -> Prefix? {
    guard let first = addresses.first else { return nil }
    let bits = first.family.hostLength
    return (bits - 8...bits - 4).reversed().lazy.map { Prefix(first, length: $0) }
      .first { addresses.allSatisfy($0.contains) }
  }
}
