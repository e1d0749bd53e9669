package import HostModel

/// Commands that make the running host as the files have it.
///
/// None restarts the network, which would take the
/// addresses of jails that run.
package enum LiveCommand {
  /// Puts an address on an interface.
  package static func add(_ address: IPAddress, _ length: Int, on interface: String) -> String {
    let text =
      address.family == .inet ? "inet \(address)/\(length)" : "inet6 \(address) prefixlen \(length)"
    return "ifconfig \(interface) \(text) alias"
  }

  /// Takes an address off an interface.
  package static func remove(_ address: IPAddress, from interface: String) -> String {
    "ifconfig \(interface) \(address.family.rawValue) \(address) -alias"
  }
}

extension ExaminedHost {
  /// Where an address is written that netif puts on an interface.
  func places(of planned: LiveComparison.Planned) -> [FindingPlace] {
    var host = self
    let owned = OwnedAddress(planned.address, on: planned.interface, &host)
    return [owned.place(self)].compactMap { $0 }.map { FindingPlace($0) }
  }

  /// The address of the plan that a finding is about.
  func planned(_ finding: Finding) -> LiveComparison.Planned? {
    guard let address = finding.addresses.first else { return nil }
    return comparison?.planned.first { $0.address.address == address && $0.presence != .same }
  }

  /// The jails of the running host by their names; none when jls(8) told of no names.
  var runningJails: [String: LiveJail] {
    var found: [String: LiveJail] = [:]
    for jail in forecast.facts.live?.runningJails ?? [] {
      if let name = jail.name { found[name] = jail }
    }
    return found
  }
}
