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
