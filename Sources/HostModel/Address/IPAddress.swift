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
    if let address = IPv4Address(dottedQuad: text) {
      self = .inet(address)
    } else if let address = IPv6Address(text) {
      self = .inet6(address)
    } else {
      return nil
    }
  }
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
