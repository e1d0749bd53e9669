package import HostModel

/// What is selected on the map.
extension DashboardState {
  /// How many addresses stand side by side.
  package var mapColumns: Int { isWide ? 16 : 8 }

  /// The network that is shown.
  package var network: AddressNetwork? {
    guard let addressMap, addressMap.networks.indices.contains(map.network) else { return nil }
    return addressMap.networks[map.network]
  }

  /// The selected address.
  package var mapAddress: IPAddress? { network?.address(at: map.cell) }

  /// The next address of the network that is free.
  package var nextFree: IPAddress? { network.flatMap { addressMap?.nextFree(in: $0) } }

  /// The line of jail.conf(5) that gives a jail the next free address.
  package var claimText: String? {
    guard let nextFree, let network else { return nil }
    let interface = addressMap.flatMap { map in
      (0..<network.count).lazy.compactMap { index -> String? in
        guard let row = map.rows(of: network.address(at: index)).first else { return nil }
        return shown.interface(of: shown.rows[row])?.name
      }.first
    }
    let parameter = nextFree.family == .inet ? "ip4.addr" : "ip6.addr"
    let length = nextFree.family.hostLength
    return "\(parameter) += \"\(interface.map { "\($0)|" } ?? "")\(nextFree)/\(length)\";"
  }

  mutating func moveInMap(by distance: Int) {
    guard let network else { return }
    map.cell = min(
      max(map.cell + min(max(distance, -network.count), network.count), 0), network.count - 1)
  }

  mutating func turnNetwork(by distance: Int) {
    guard let count = addressMap?.networks.count, count > 0 else { return }
    map.network = (map.network + distance + count) % count
    map.cell = 0
  }
}
