import HostModel
import Phrases
import SourceText

/// A route that somebody set leads to an address that is to be one of the host's own.
///
/// ## Why
/// Setting an address makes the kernel add a route for it. Where one for the same network is there
/// already that belongs to no interface, IPv4 refuses the address with `File exists`
/// (sys/netinet/in.c, in_addprefix), which looks as if the address were there. Such routes come from a
/// VPN, a routing daemon, or `static_routes`.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "lo1|198.51.100.7";
///   persist;
/// }
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// == live: netstat
/// Routing tables
///
/// Internet:
/// Destination        Gateway            Flags     Netif Expire
/// default            192.0.2.1          UGS         em0
/// 198.51.100.7       192.0.2.99         UGHS        em0
/// ```
///
/// ## Repaired
/// ```
/// == live: netstat
/// Routing tables
///
/// Internet:
/// Destination        Gateway            Flags     Netif Expire
/// default            192.0.2.1          UGS         em0
/// ```
///
/// ## Ways out
/// - Delete the route by `route delete`, and where it is set.
/// - Give the jail another address.
///
/// ## Ignore it when
/// The route goes before the address comes.
enum ForeignRoute: Rule {
  static let name: RuleName = "foreign-route"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first,
      let route = host.forecast.facts.live?.route(to: address)
    else { return [] }
    let family = address.family == .inet ? "" : "-6 "
    return [
      .manual(
        spoken("delete the route to \(route.destination)"),
        because: spoken("what goes by it finds no way until the address is set"),
        commands: ["route -n delete \(family)\(address)"])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let routes = (host.forecast.facts.live?.routes ?? []).filter { route in
      route.isForeign && route.destination.length == route.destination.address.family.hostLength
    }
    return routes.compactMap { route in
      let address = route.destination.address
      guard host.comparison?.isPresent(address) != true else { return nil }
      let users = host.users[address].filter { $0.address.interface != nil }
      let planned = host.comparison?.planned.first { $0.address.address == address }
      guard !users.isEmpty || planned != nil else { return nil }
      let places =
        users.compactMap { host.place(of: $0.address) }.map { FindingPlace($0) }
        + (planned.map { host.places(of: $0) } ?? [])
      let jails = users.map { host.forecast.jails[$0.jail].name }
      return finding(
        spoken(
          "a route to \(address) by \(route.gateway) is there, and the host is to have that address"
        ),
        at: places
      )
      .with(effect: spoken("setting \(address) fails with File exists"))
      .about(jails: jails, addresses: [address])
    }
  }
}
