/// A network: an address whose bits behind the prefix length are zero.
package struct Prefix: Sendable, Hashable {
  /// The first address of it.
  package let address: IPAddress
  /// How many bits its addresses share, 0 to 32 or 128.
  package let length: Int

  package init(_ address: IPAddress, length: Int) {
    self.length = length
    switch address {
    case .inet(let inet):
      let mask = length <= 0 ? 0 : UInt32.max << UInt32(32 - min(length, 32))
      self.address = .inet(IPv4Address(inet.value & mask))
    case .inet6(let inet6): self.address = .inet6(inet6.prefix(length))
    }
  }

  /// That of the address: networks of one host seldom begin alike.
  package func _rawHashValue(seed: Int) -> Int { address._rawHashValue(seed: seed) }

  /// Reads `2001:db8::/124`; the bits behind the length must be zero.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(parts[0]), let length = Int(parts[1]),
      (0...address.family.hostLength).contains(length), !parts[1].hasPrefix("+")
    else { return nil }
    self.init(address, length: length)
    guard self.address == address else { return nil }
  }

  /// Whether an address is in the network.
  package func contains(_ other: IPAddress) -> Bool {
    other.family == address.family && Prefix(other, length: length).address == address
  }

  /// How many addresses it has; nil for more than 2^32.
  package var count: UInt64? {
    let bits = address.family.hostLength - length
    return bits > 32 ? nil : 1 << UInt64(bits)
  }
}

extension Prefix: CustomStringConvertible {
  /// As it is read: `2001:db8::/124`.
  package var description: String { "\(address)/\(length)" }
}

extension IPAddress {
  /// Whether it is reached from outside its own site: neither loopback, link-local, private
  /// (RFC 1918, RFC 4193) nor shared by carriers (RFC 6598).
  package var isPublic: Bool {
    !Self.local.contains { $0.contains(self) }
  }

  private static let local: [Prefix] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.168.0.0/16", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8",
  ].compactMap { Prefix($0) }
}
