package import HostModel

/// What hosts have in common that they should not: addresses, and networks they see differently.
package struct FleetClashes: Sendable {
  /// Who has an address.
  struct Holder: Sendable {
    /// Its index among the hosts.
    let host: Int
    let jail: String?
  }

  /// An address that several hosts have.
  struct SharedAddress: Sendable {
    let address: IPAddress
    let holders: [Holder]
  }

  /// Two networks of which one holds the other, and the hosts that have each on a link.
  struct Overlap: Sendable {
    let wider: Prefix
    let narrower: Prefix
    let widerHosts: [Int]
    let narrowerHosts: [Int]

    /// The same network with two lengths: one of them is most likely wrong.
    var hasTwoLengths: Bool { wider.address == narrower.address }
  }

  /// In the order of the addresses.
  let shared: [SharedAddress]
  /// In the order of the networks.
  let overlaps: [Overlap]

  /// How many there are of both.
  package var count: Int { shared.count + overlaps.count }

  /// - Parameter meant: networks whose addresses are shared on purpose.
  package init(_ hosts: [FleetHost], meant: [Prefix] = []) {
    var holders: [IPAddress: [Holder]] = [:]
    var links: [Prefix: [Int]] = [:]
    for (index, host) in hosts.enumerated() {
      for claim in host.claims where !meant.contains(where: { $0.contains(claim.address) }) {
        holders[claim.address, default: []].append(Holder(host: index, jail: claim.jail))
        guard let length = claim.length else { continue }
        let prefix = Prefix(claim.address, length: Int(length))
        if links[prefix]?.last != index { links[prefix, default: []].append(index) }
      }
    }
    shared = holders.filter { $0.value.count > 1 }
      .map { SharedAddress(address: $0.key, holders: $0.value) }
      .sorted { $0.address.comesBefore($1.address) }
    overlaps = Self.overlaps(links)
  }

  /// Networks in the order of their first addresses, the wider first, so that those around a network
  /// are a stack.
  private static func overlaps(_ links: [Prefix: [Int]]) -> [Overlap] {
    var found: [Overlap] = []
    var around: [Prefix] = []
    let order = links.keys.sorted { one, other in
      one.address == other.address
        ? one.length < other.length : one.address.comesBefore(other.address)
    }
    for prefix in order {
      while let last = around.last, !last.contains(prefix.address) { around.removeLast() }
      for wider in around {
        let (outer, inner) = (links[wider] ?? [], links[prefix] ?? [])
        // one host that has both knows what it does
        guard Set(outer) != Set(inner) || outer.count > 1 else { continue }
        found.append(
          Overlap(wider: wider, narrower: prefix, widerHosts: outer, narrowerHosts: inner))
      }
      around.append(prefix)
    }
    return found
  }
}

extension IPAddress {
  /// IPv4 first, then by value.
  func comesBefore(_ other: IPAddress) -> Bool {
    switch (self, other) {
    case (.inet(let one), .inet(let other)): one.value < other.value
    case (.inet6(let one), .inet6(let other)): (one.high, one.low) < (other.high, other.low)
    case (.inet, .inet6): true
    case (.inet6, .inet): false
    }
  }
}
