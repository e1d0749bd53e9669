package import HostModel

/// What is selected on the map.
extension DashboardState {
  /// How many addresses stand side by side.
  package var mapColumns: Int { size.columns >= 76 ? 16 : 8 }

  /// The network that is shown.
  package var network: AddressNetwork? {
    guard let addressMap, addressMap.networks.indices.contains(map.network) else { return nil }
    return addressMap.networks[map.network]
  }

  /// The selected address.
  package var mapAddress: IPAddress? { network?.address(at: map.cell) }

  /// The address to be had: the selected one if it is free, else the network's first that is.
  package var claimAddress: IPAddress? {
    guard let addressMap, let network else { return nil }
    if let mapAddress, addressMap.isFree(mapAddress) { return mapAddress }
    return addressMap.nextFree(in: network)
  }

  /// What gives a jail that address, as the files of the network's jails have it.
  package var claim: AddressClaimText? {
    guard let claimAddress, let network else { return nil }
    let rows = (0..<network.count).lazy.flatMap { index in
      shown.rows(about: network.address(at: index))
    }.map { shown.rows[$0] }
    let kind = rows.compactMap { shown.jail(of: $0)?.definition?.kind }.first
    return AddressClaimText(
      claimAddress, on: rows.compactMap { shown.interface(of: $0)?.name }.first,
      kind: kind ?? shown.forecast.jails.lazy.compactMap(\.definition?.kind).first ?? .jailConf)
  }

  mutating func moveInMap(by distance: Int) {
    guard let network else { return }
    map.cell = min(
      max(map.cell + min(max(distance, -network.count), network.count), 0), network.count - 1)
  }

  /// One row further the column is kept; many rows end at the first or last address.
  mutating func moveInMap(rows: Int) {
    let distance = rows * mapColumns
    let isInside = (0..<(network?.count ?? 0)).contains(map.cell + distance)
    if isInside || abs(rows) > 1 { moveInMap(by: distance) }
  }

  mutating func turnNetwork(by distance: Int) {
    guard let count = addressMap?.networks.count, count > 0 else { return }
    soughtFinding = nil
    map.network = (map.network + distance + count) % count
    map.cell = 0
    // what is there is worth more than what is not
    if let network {
      map.cell =
        (0..<network.count).first { shown.isNamed(network.address(at: $0)) } ?? 0
    }
  }
}
