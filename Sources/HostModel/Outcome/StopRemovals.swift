/// The addresses that stopping a running jail takes off an interface: those it names together with
/// one, by value, whoever put them there (usr.sbin/jail/command.c, run_command with -alias).
package struct StopRemovals: Sendable {
  /// An address that goes.
  package struct Removal: Sendable {
    /// The interface it is taken off.
    package let interface: String
    /// The address as it stands when the boot is over.
    package let address: AssignedAddress
    /// The host's own configuration had set it, too.
    package let isHosts: Bool
  }

  private var present: [IPAddress: [(interface: String, address: AssignedAddress)]] = [:]
  private var hosts: Set<AddressKey> = []

  package init(_ forecast: BootForecast) {
    for entry in forecast.interfaces {
      for address in entry.addresses {
        present[address.address, default: []].append((entry.interface.name, address))
      }
    }
    for entry in forecast.interfacesAfterNetif {
      for address in entry.addresses where !address.isJails { hosts.insert(AddressKey(address)) }
    }
  }

  /// What the stop of one jail removes.
  package func of(_ jail: JailForecast) -> [Removal] {
    guard jail.state == .running else { return [] }
    return (jail.definition?.readableAddresses ?? []).compactMap { wanted in
      let found = present[wanted.address]?.first { $0.interface == wanted.interface }
      return found.map {
        Removal(
          interface: $0.interface, address: $0.address,
          isHosts: hosts.contains(AddressKey($0.address)))
      }
    }
  }
}
