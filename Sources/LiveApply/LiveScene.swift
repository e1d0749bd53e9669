import HostModel

/// The addresses of interfaces and jails, as live commands change them one after another.
struct LiveScene {
  /// An address on one interface.
  struct Spot: Hashable {
    let interface: String
    let address: IPAddress
  }

  /// The lengths of the addresses that are there.
  private(set) var lengths: [Spot: Int] = [:]
  /// The addresses of the jails that share the host's network stack.
  private(set) var jails: [String: [IPAddress]] = [:]

  init(_ live: LiveHost) {
    for interface in live.interfaces ?? [] {
      for address in interface.addresses {
        lengths[Spot(interface: interface.name, address: address.address)] = address.prefixLength
      }
    }
    for jail in live.runningJails where jail.hasOwnStack != true {
      if let name = jail.name { jails[name] = jail.addresses }
    }
  }

  /// Makes a step.
  ///
  /// - Returns: the step that leads back; nil when there is nothing to take it back from.
  mutating func make(_ step: LiveStep) -> LiveStep? {
    switch step {
    case .add(let address, let length, let interface):
      let before = lengths.updateValue(length, forKey: Spot(interface: interface, address: address))
      return before.map { .add(address, $0, on: interface) } ?? .remove(address, from: interface)
    case .remove(let address, let interface):
      let before = lengths.removeValue(forKey: Spot(interface: interface, address: address))
      return before.map { .add(address, $0, on: interface) }
    case .readdress(let jail, let addresses):
      return jails.updateValue(addresses, forKey: jail).map { .readdress(jail: jail, $0) }
    }
  }

  /// A step changes something.
  func changes(by step: LiveStep) -> Bool {
    switch step {
    case .add(let address, let length, let interface):
      lengths[Spot(interface: interface, address: address)] != length
    case .remove(let address, let interface):
      lengths[Spot(interface: interface, address: address)] != nil
    case .readdress(let jail, let addresses): jails[jail] != addresses
    }
  }

  /// What is there and what is not any more after steps that led from another scene here, as lines of
  /// a plan: `has address em0 inet 192.0.2.20/32`.
  func differences(from before: LiveScene) -> [String] {
    let spots = Set(lengths.keys).union(before.lengths.keys).filter {
      lengths[$0] != before.lengths[$0]
    }
    let lines = spots.flatMap { spot in
      [
        lengths[spot].map { "has \(spot.line($0))" },
        before.lengths[spot].map { "lacks \(spot.line($0))" },
      ].compactMap { $0 }
    }
    let changed = jails.filter { before.jails[$0.key] != $0.value }
    return (lines + changed.map { "has \(Self.line(jail: $0.key, $0.value))" }).sorted()
  }

  /// The line that stands for the addresses of a jail.
  static func line(jail: String, _ addresses: [IPAddress]) -> String {
    let list = addresses.map(\.description).joined(separator: ",")
    return "jail \(jail) \(list.isEmpty ? "-" : list)"
  }
}

extension LiveScene.Spot {
  /// The line that stands for it with a length.
  func line(_ length: Int) -> String {
    "address \(interface) \(address.family.rawValue) \(address)/\(length)"
  }
}

extension LiveHost {
  /// What the guard compares the host with, a line each, by the commands that it asks itself: addresses
  /// but those the kernel sets, routes that somebody set, and jails.
  var checkLines: [String] {
    var lines = (interfaces ?? []).flatMap { interface in
      interface.addresses.filter(\.isChecked).compactMap { address in
        address.prefixLength.map {
          LiveScene.Spot(interface: interface.name, address: address.address).line($0)
        }
      }
    }
    lines += (routes ?? []).filter { $0.interface != "lo0" && $0.isForeign }.map {
      "route \($0.destination) \($0.gateway) \($0.interface)"
    }
    lines += runningJails.map { jail in
      LiveScene.line(
        jail: jail.name ?? "", jail.hasOwnStack == true ? [] : jail.addresses ?? [])
    }
    return lines
  }
}

extension LiveAddress {
  /// It stays as it is unless somebody changes it.
  fileprivate var isChecked: Bool {
    if case .inet6(let inet6) = address, inet6.isLinkLocal { return false }
    return marks.isDisjoint(with: [.autoconf, .temporary])
  }
}
