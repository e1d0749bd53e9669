import HostModel
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

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    [SharedAddress(finding, &host)?.giveToHost(host)].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    let networks = host.forecast.interfaces.map { entry in
      entry.addresses.filter { (1..<$0.address.family.hostLength).contains($0.prefixLength) }
    }
    guard networks.contains(where: { $0.contains(where: \.isJails) }) else { return [] }
    let count = networks.joined().reduce(into: [Prefix: Int]()) { $0[$1.network, default: 0] += 1 }
    for (entry, addresses) in zip(host.forecast.interfaces, networks)
    where !entry.interface.driver.isLoopback {
      for assigned in addresses where count[assigned.network] == 1 {
        guard case .jail(let jail) = assigned.owner,
          // what the host had set is told as a loss of the host's
          host.hostSetters[AddressKey(assigned)] == nil,
          let user = host.users[assigned.address]?.first(where: {
            host.forecast.jails[$0.jail].name == jail
          })
        else { continue }
        let prefix = assigned.network
        found.append(
          finding(
            "jail \(jail) brings the only address of \(prefix) on \(entry.interface.name)",
            at: user.address.places(host, asks: false)
          )
          .with(effect: "stopping jail \(jail) takes the route to \(prefix) away")
          .about(jails: [jail], addresses: [assigned.address]))
      }
    }
    return found
  }
}
