import HostModel
import Phrases
import SourceText

/// The only address of a network on an interface is one that a jail brings.
///
/// ## Why
/// The route to a network goes with its last address (sys/netinet/in.c, in_scrubprefix;
/// sys/netinet6/nd6_rtr.c). Stopping the jail takes the address off, and the host and its other jails
/// no longer reach the network.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|198.51.100.31/24";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 198.51.100.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|198.51.100.31/32";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Give the host an address in the network by rc.conf(5), and the jail's /32 or /128: its stop then
///   takes only that.
/// - Set the jail's address by rc.conf(5), and write it without an interface in the jail: its stop
///   takes nothing.
///
/// ## Ignore it when
/// Nothing but the jail uses the network.
enum NetworkRouteOwnedByJail: Rule {
  static let name: RuleName = "network-route-owned-by-jail"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    [SharedAddress(finding, &host)?.giveToHost(host)].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    let brought = broughtByJails(&host)
    guard brought.contains(where: { !$0.isEmpty }) else { return [] }
    let count = networks(host.forecast)
    for (entry, addresses) in zip(host.forecast.interfaces, brought) {
      for assigned in addresses where count[assigned.network] == 1 {
        guard case .jail(let jail) = assigned.owner,
          let user = host.users[assigned.address].first(where: {
            host.forecast.jails[$0.jail].name == jail
          })
        else { continue }
        let prefix = assigned.network
        found.append(
          finding(
            spoken("jail \(jail) brings the only address of \(prefix) on \(entry.interface.name)"),
            at: user.address.places(host, asks: false)
          )
          .with(effect: spoken("stopping jail \(jail) takes the route to \(prefix) away"))
          .about(jails: [jail], addresses: [assigned.address]))
      }
    }
    return found
  }

  /// The addresses of each interface that jails alone have put there, and that a network is reached
  /// through; what the host had set is told as a loss of the host's.
  private static func broughtByJails(_ host: inout ExaminedHost) -> [[AssignedAddress]] {
    host.forecast.interfaces.map { entry in
      guard !entry.interface.driver.isLoopback else { return [] }
      let addresses = entry.addresses
      return addresses.indices.compactMap { index in
        let full = addresses[index].address.family.hostLength
        guard (1..<full).contains(addresses[index].prefixLength), addresses[index].isJails,
          host.forecast.hostAddresses.setter(of: AddressKey(addresses[index])) == nil
        else { return nil }
        return addresses[index]
      }
    }
  }

  /// How many addresses there are of each network.
  private static func networks(_ forecast: BootForecast) -> [Prefix: Int] {
    var count: [Prefix: Int] = [:]
    for assigned in forecast.interfaces.lazy.flatMap(\.addresses) where assigned.isOfNetwork {
      count[assigned.network, default: 0] += 1
    }
    return count
  }
}

extension AssignedAddress {
  /// Its length makes it one of several addresses.
  fileprivate var isOfNetwork: Bool { (1..<address.family.hostLength).contains(prefixLength) }
}
