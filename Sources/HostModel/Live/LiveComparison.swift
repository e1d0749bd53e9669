/// The plan and the running host beside each other: what the files configure, and what is there now.
package struct LiveComparison: Sendable {
  /// An address that the host's own files configure, and where it is now.
  package struct Planned: Sendable {
    /// The address as netif leaves it.
    package let address: AssignedAddress
    /// The interface it is configured on.
    package let interface: String
    /// Where it is now.
    package let presence: LivePresence
  }

  /// An address of the running host that nothing configures.
  package struct Orphan: Sendable, Equatable {
    /// The interface it is on.
    package let interface: String
    /// The address as it is there.
    package let address: LiveAddress
  }

  /// What the host's own files configure, in the order of interfaces; interfaces that a jail may
  /// have taken are left out.
  package private(set) var planned: [Planned] = []
  /// What nothing configures, in the order of interfaces.
  package private(set) var orphans: [Orphan] = []
  /// Jails that the boot starts and that don't run now.
  package private(set) var idleJails: [String] = []
  /// Jails that run now and that the boot doesn't start, or that nothing defines.
  package private(set) var strayJails: [String] = []

  private let places: [IPAddress: [(interface: String, address: LiveAddress)]]

  /// Compares them; nil when the interfaces of the running host aren't known.
  package init?(_ forecast: BootForecast) {
    guard let live = forecast.facts.live, let interfaces = live.interfaces else { return nil }
    var places: [IPAddress: [(interface: String, address: LiveAddress)]] = [:]
    for interface in interfaces {
      for address in interface.addresses {
        places[address.address, default: []].append((interface.name, address))
      }
    }
    self.places = places
    compareHost(forecast, live)
    findOrphans(forecast, live, interfaces)
    compareJails(forecast, live)
  }

  /// Where an address is now that is to be on an interface with a length.
  package func presence(
    of address: IPAddress, length: Int?, on interface: String
  ) -> LivePresence {
    guard let found = places[address] else { return .absent }
    guard let here = found.first(where: { $0.interface == interface })?.address else {
      return .elsewhere(found.map(\.interface))
    }
    guard let present = here.prefixLength, let length, present != length else { return .same }
    return .otherLength(present)
  }

  /// Whether any interface has an address now.
  package func isPresent(_ address: IPAddress) -> Bool { places[address] != nil }

  /// How many things are not as the files have them.
  package var driftCount: Int {
    planned.count { $0.presence != .same } + orphans.count + idleJails.count + strayJails.count
  }

  private mutating func compareHost(_ forecast: BootForecast, _ live: LiveHost) {
    let names = Set((live.interfaces ?? []).map(\.name))
    for entry in forecast.interfacesAfterNetif {
      let name = entry.interface.name
      guard names.contains(name) || !live.mayHideInterfaces else { continue }
      for address in entry.addresses where address.owner == .host {
        planned.append(
          Planned(
            address: address, interface: name,
            presence: presence(of: address.address, length: address.prefixLength, on: name)))
      }
    }
  }

  private mutating func findOrphans(
    _ forecast: BootForecast, _ live: LiveHost, _ interfaces: [LiveInterface]
  ) {
    // what could not be followed or read may configure anything
    guard forecast.aborted == nil, forecast.unknowns.isEmpty, forecast.unreadable.isEmpty else {
      return
    }
    var wanted: Set<IPAddress> = Set(forecast.ignored.map(\.address))
    // an interface that the boot doesn't know belongs to whatever created it
    var known: [String: NetworkInterface] = [:]
    for entry in forecast.interfacesAfterNetif + forecast.interfaces {
      known[entry.interface.name] = entry.interface
      for address in entry.addresses { wanted.insert(address.address) }
    }
    for jail in forecast.jails {
      for address in jail.definition?.readableAddresses ?? [] { wanted.insert(address.address) }
    }
    // a jail that runs without a definition has its addresses from whatever started it
    for jail in live.runningJails { wanted.formUnion(jail.addresses ?? []) }
    for interface in interfaces {
      guard let entry = known[interface.name], entry.unknownAddresses.isEmpty else { continue }
      for address in interface.addresses
      where !wanted.contains(address.address) && !address.isAutomatic {
        orphans.append(Orphan(interface: interface.name, address: address))
      }
    }
  }

  private mutating func compareJails(_ forecast: BootForecast, _ live: LiveHost) {
    guard live.jails != nil, live.runningJails.allSatisfy({ $0.name != nil }) else { return }
    let running = live.runningJails.compactMap(\.name)
    let names = Set(running)
    let started = Set(forecast.jails.lazy.filter { $0.state == .running }.map(\.name))
    let unsure = Set(forecast.jails.lazy.filter { $0.state == .unknown }.map(\.name))
    idleJails = forecast.jails.map(\.name).filter { started.contains($0) && !names.contains($0) }
    strayJails = running.filter { !started.contains($0) && !unsure.contains($0) }
  }
}

/// Where an address of the plan is on the running host.
package enum LivePresence: Sendable, Equatable {
  /// Where it is to be, and with its length.
  case same
  /// Where it is to be, with another length.
  case otherLength(Int)
  /// On other interfaces.
  case elsewhere([String])
  /// On no interface.
  case absent
}

extension LiveAddress {
  /// The kernel sets it without being told: link-local ones, those of loopback, and what a router
  /// advertises.
  package var isAutomatic: Bool {
    if marks.contains(.autoconf) || marks.contains(.temporary) { return true }
    switch address {
    case .inet(let inet): return inet.value == 0x7f00_0001
    case .inet6(let inet6): return inet6.isLinkLocal || inet6.high == 0 && inet6.low == 1
    }
  }
}
