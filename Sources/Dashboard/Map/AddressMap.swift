package import HostModel
import Rules

/// The networks of a host, and which of their addresses are nobody's to have.
package struct AddressMap: Sendable {
  /// Those a provider gave first, then those that jails have addresses of; loopback last, and only if
  /// a jail is there or there is nothing else.
  package let networks: [AddressNetwork]
  /// What an address is that no host or jail can be given.
  private let special: [IPAddress: SpecialAddress]
  private let picture: HostPicture

  /// More are not shown: nobody pages through them.
  private static let most = 256

  init(_ picture: HostPicture) {
    self.picture = picture
    var plan = NetworkPlan(picture, most: Self.most)
    plan.addAllocations()
    plan.addUsed()
    networks = plan.networks
    special = SpecialAddress.all(picture)
  }

  /// Why nobody can be given an address; nil when it may be had.
  package func special(_ address: IPAddress) -> SpecialAddress? {
    address.isUnspecified ? .network : special[address]
  }

  /// Nobody has it, and somebody can be given it.
  package func isFree(_ address: IPAddress) -> Bool {
    special(address) == nil && !picture.isNamed(address)
  }

  /// The first address of a network that is free.
  package func nextFree(in network: AddressNetwork) -> IPAddress? {
    (0..<network.count).lazy.map(network.address).first(where: isFree)
  }

  /// How many addresses of a network are in use, and how many are free.
  package func use(of network: AddressNetwork) -> (used: Int, free: Int) {
    var used = 0
    var free = 0
    for index in 0..<network.count {
      let address = network.address(at: index)
      if picture.isNamed(address) {
        used += 1
      } else if special(address) == nil {
        free += 1
      }
    }
    return (used, free)
  }
}

/// An address that no host or jail can be given.
package enum SpecialAddress: Sendable, Hashable {
  /// The first of a network: IPv4's own, IPv6's of any router (RFC 4291, 2.6.1).
  case network
  /// The last of an IPv4 network.
  case broadcast
  /// The host's default router.
  case router

  fileprivate static func all(_ picture: HostPicture) -> [IPAddress: SpecialAddress] {
    var found: [IPAddress: SpecialAddress] = [:]
    var subnets = Set(picture.analysis.examination.allocations.map(\.prefix))
    for entry in picture.forecast.interfacesAfterNetif {
      for address in entry.addresses {
        subnets.insert(Prefix(address.address, length: address.prefixLength))
      }
    }
    for subnet in subnets where subnet.address.family.hostLength - subnet.length > 1 {
      found[subnet.address] = .network
      if case .inet = subnet.address { found[subnet.last] = .broadcast }
    }
    for name in ["defaultrouter", "ipv6_defaultrouter"] {
      let text = picture.forecast.variables.text(name).prefix { $0 != "%" }
      if let router = IPAddress(text) { found[router] = .router }
    }
    return found
  }
}

/// Which networks there are to show.
private struct NetworkPlan {
  private(set) var networks: [AddressNetwork] = []

  private let picture: HostPicture
  private let most: Int
  /// Those that jails name first, loopback last.
  private let addresses: [IPAddress]
  /// What is shown already, by the 256 addresses it is in.
  private var known: [Prefix: [Prefix]] = [:]

  init(_ picture: HostPicture, most: Int) {
    self.picture = picture
    self.most = most
    let all = picture.rows.filter { $0.address?.isLoopback == false }
    let loopback = picture.rows.filter { $0.address?.isLoopback == true }
    addresses =
      (all.filter { $0.use != nil } + all.filter { $0.use == nil }
      + loopback.filter { $0.use != nil || all.isEmpty }).compactMap(\.address)
  }

  private mutating func add(_ prefix: Prefix, isAllocation: Bool = false) {
    let block = Prefix.most(prefix.address)
    guard networks.count < most, known[block]?.contains(prefix) != true else { return }
    known[block, default: []].append(prefix)
    networks.append(AddressNetwork(prefix: prefix, isAllocation: isAllocation))
  }

  private func isShown(_ address: IPAddress) -> Bool {
    known[Prefix.most(address)]?.contains { $0.contains(address) } ?? false
  }

  /// What a provider gave; of a large network the parts that hold addresses, else the first one.
  mutating func addAllocations() {
    for use in picture.analysis.examination.allocations {
      if use.prefix.isShownWhole {
        add(use.prefix, isAllocation: true)
        continue
      }
      let parts = addresses.filter(use.prefix.contains).map(Prefix.most)
      for part in parts.isEmpty ? [Prefix.most(use.prefix.address)] : parts {
        add(part, isAllocation: true)
      }
    }
  }

  /// The networks of the host's own addresses that can be shown whole, and all other addresses with
  /// their neighbours.
  mutating func addUsed() {
    let subnets = wholeSubnets
    let widest = { (address: IPAddress) in
      subnets[Prefix.most(address)]?.filter { $0.contains(address) }.min { $0.length < $1.length }
    }
    var groups: [Prefix: [IPAddress]] = [:]
    for address in addresses where !isShown(address) && widest(address) == nil {
      groups[Prefix.most(address), default: []].append(address)
    }
    for address in addresses where networks.count < most && !isShown(address) {
      let around = widest(address) ?? groups[Prefix.most(address)].flatMap(Prefix.around)
      if let around { add(around) }
    }
  }

  /// By the 256 addresses they are in.
  private var wholeSubnets: [Prefix: [Prefix]] {
    var subnets: [Prefix: [Prefix]] = [:]
    for entry in picture.forecast.interfacesAfterNetif {
      for address in entry.addresses where !address.address.isLoopback {
        let subnet = Prefix(address.address, length: address.prefixLength)
        guard subnet.isShownWhole, subnet.length <= address.address.family.hostLength - 2 else {
          continue
        }
        subnets[Prefix.most(subnet.address), default: []].append(subnet)
      }
    }
    return subnets
  }
}

extension IPAddress {
  /// Reached from the host alone.
  fileprivate var isLoopback: Bool {
    switch self {
    case .inet(let inet): inet.value >> 24 == 127
    case .inet6(let inet6): inet6.high == 0 && inet6.low == 1
    }
  }
}
