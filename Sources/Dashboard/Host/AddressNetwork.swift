package import HostModel
import Rules

/// A run of addresses that the map shows, at most 256.
package struct AddressNetwork: Sendable, Hashable {
  /// The first address and how many bits all share.
  package let prefix: Prefix
  /// A provider gave it, by the settings.
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
}

/// The networks of a host with who has which address.
package struct AddressMap: Sendable {
  /// Those a provider gave first, then those of the host's interfaces.
  package let networks: [AddressNetwork]
  private let rows: [IPAddress: [Int]]

  /// More are not shown: nobody pages through them.
  private static let most = 256

  init(_ picture: HostPicture) {
    var rows: [IPAddress: [Int]] = [:]
    var found: [AddressNetwork] = []
    var known: Set<Prefix> = []
    for use in picture.analysis.examination.allocations {
      for prefix in Self.blocks(of: use.prefix, holding: []) where known.insert(prefix).inserted {
        found.append(AddressNetwork(prefix: prefix, isAllocation: true))
      }
    }
    for (index, row) in picture.rows.enumerated() {
      guard let address = row.address else { continue }
      rows[address, default: []].append(index)
      guard found.count < Self.most, !known.contains(where: { $0.contains(address) }) else {
        continue
      }
      let network = Prefix(address, length: row.prefixLength ?? address.family.hostLength)
      for prefix in Self.blocks(of: network, holding: [address])
      where known.insert(prefix).inserted {
        found.append(AddressNetwork(prefix: prefix, isAllocation: false))
      }
    }
    networks = found
    self.rows = rows
  }

  /// The network itself when it can be shown whole; else the aligned parts that hold addresses, or
  /// the first one.
  ///
  /// A single address is shown in its surroundings, as is what lies in a network of a length that
  /// has nothing to do with who uses it.
  private static func blocks(of network: Prefix, holding addresses: [IPAddress]) -> [Prefix] {
    let bits = network.address.family.hostLength
    let isIPv4 = network.address.family == .inet
    let smallest = isIPv4 ? bits - 8 : bits - 4
    if network.length >= bits - 8, network.length <= smallest || addresses.isEmpty {
      return [network]
    }
    let anchors = addresses.isEmpty ? [network.address] : addresses
    return anchors.map { Prefix($0, length: smallest) }
  }

  /// The rows of the main view that are about an address.
  package func rows(of address: IPAddress) -> [Int] { rows[address] ?? [] }

  /// The first address of a network that nobody has; network and broadcast addresses of IPv4 and
  /// the subnet-router address of IPv6 are nobody's to have.
  package func nextFree(in network: AddressNetwork) -> IPAddress? {
    let isIPv4 = network.prefix.address.family == .inet
    let isSubnet = network.count > 2
    for index in 0..<network.count {
      if isSubnet, index == 0 || (isIPv4 && index == network.count - 1) { continue }
      let address = network.address(at: index)
      if rows[address] == nil { return address }
    }
    return nil
  }
}
