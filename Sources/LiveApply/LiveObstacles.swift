import HostModel
import Phrases

/// Why steps must not be made on a running host: what could not be taken back exactly, and what
/// changes by itself meanwhile.
struct LiveObstacles {
  /// One clause each; none when nothing stands in the way.
  private(set) var reasons: [String] = []

  init(_ live: LiveHost, _ before: BootForecast, _ after: BootForecast, _ steps: [LiveStep]) {
    let touched = Set(steps.compactMap(\.interface)).sorted()
    for name in touched {
      guard let interface = live.interfaces?.first(where: { $0.name == name }) else {
        reasons.append(spoken("\(name) is not there now"))
        continue
      }
      if let reason = Self.bond(interface, live) { reasons.append(reason) }
      if let reason = Self.automatic(interface, [before, after]) { reasons.append(reason) }
      for jail in before.jails + after.jails where jail.interfaces.contains(name) {
        reasons.append(spoken("\(name) belongs to the network stack of jail \(jail.name)"))
      }
    }
    for step in steps {
      if let reason = Self.particular(step, live) { reasons.append(reason) }
      if !step.command.utf8.allSatisfy(Self.isPlain) {
        reasons.append(spoken("a name in it is not made of plain characters: \(step.command)"))
      }
    }
    for interface in live.interfaces ?? []
    where interface.addresses.contains(where: { $0.prefixLength == nil }) {
      reasons.append(spoken("an address of \(interface.name) has no prefix length"))
    }
    for jail in live.runningJails
    where jail.name?.utf8.allSatisfy({ Self.isPlain($0) && $0 != 32 }) != true {
      reasons.append(spoken("jail \(jail.title) has a name that is not made of plain characters"))
    }
    reasons = reasons.enumerated().filter { !reasons[..<$0.offset].contains($0.element) }
      .map(\.element)
  }

  /// What an interface is tied up with.
  private static func bond(_ interface: LiveInterface, _ live: LiveHost) -> String? {
    if !interface.virtualHosts.isEmpty {
      return spoken("\(interface.name) has virtual hosts of carp(4)")
    }
    for driver in ["bridge", "lagg"]
    where DriverName(interface.name).driver == driver || interface.groups.contains(driver) {
      return spoken("\(interface.name) is a \(driver)(4)")
    }
    let owner = live.interfaces?.first { $0.members.contains(interface.name) }
    return owner.map { spoken("\(interface.name) is a member of \($0.name)") }
  }

  /// Who else sets its addresses.
  private static func automatic(
    _ interface: LiveInterface, _ forecasts: [BootForecast]
  ) -> String? {
    if interface.addresses.contains(where: {
      !$0.marks.isDisjoint(with: [.autoconf, .temporary])
    }) {
      return spoken("\(interface.name) gets addresses that routers advertise")
    }
    let entries = forecasts.flatMap(\.interfaces).filter { $0.interface.name == interface.name }
    return entries.lazy.compactMap(\.interface.unknownAddresses.first).first.map {
      spoken("\(interface.name) gets addresses by itself: \($0)")
    }
  }

  /// What of an address that goes or changes could not be set again.
  private static func particular(_ step: LiveStep, _ live: LiveHost) -> String? {
    let (address, name): (IPAddress, String)
    switch step {
    case .add(let added, _, let interface): (address, name) = (added, interface)
    case .remove(let removed, let interface): (address, name) = (removed, interface)
    case .readdress: return nil
    }
    guard let interface = live.interfaces?.first(where: { $0.name == name }) else { return nil }
    if interface.isPointToPoint { return spoken("\(name) is a point-to-point link") }
    guard let present = interface.addresses.first(where: { $0.address == address }) else {
      return nil
    }
    if let host = present.virtualHost {
      return spoken("\(address) belongs to virtual host \(host)")
    }
    // the kernel sets the others by itself
    let marks = present.marks.intersection([.anycast, .deprecated, .preferred])
    return marks.first.map {
      spoken("\(address) is \($0.rawValue), which can't be set again exactly")
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "_-./:,@%+= ".utf8.contains(byte)
    }
  }
}
