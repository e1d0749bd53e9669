import HostModel
import Phrases
import SourceText

/// An IPv6 address that the host or a jail is to have can't be used as it is now.
///
/// ## Why
/// An address is tentative until nobody in the network has answered for it, duplicated once somebody
/// did, and detached while its interface has no link (sys/netinet6/nd6_nbr.c, nd6_dad_timer). Nothing
/// can be bound to it then; a duplicated one stays so until it is set anew.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::10 prefixlen 64"
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet6 2001:db8::10 prefixlen 64 duplicated
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet6 2001:db8::10 prefixlen 64
/// ```
///
/// ## Ways out
/// - Duplicated: find who else in the network has the address, then take it off here and set it again.
/// - Tentative: wait for `net.inet6.ip6.dad_count` seconds. One that stays so has an interface that is
///   down or without a link.
///
/// ## Ignore it when
/// The address was set a moment ago, or the interface is meant to have no link.
enum AddressUnusableNow: Rule {
  static let name: RuleName = "address-unusable-now"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let wanted = finding.addresses.first,
      let (interface, address) = Self.unusable(host).first(where: { $0.address.address == wanted }),
      address.marks.contains(.duplicated), let length = address.prefixLength
    else { return [] }
    return [
      .manual(
        spoken("set \(address.spelling) on \(interface) again once nobody else has it"),
        because: spoken("the kernel asks the network for it once more"),
        commands: [
          LiveCommand.remove(wanted, from: interface),
          LiveCommand.add(wanted, length, on: interface),
        ])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let unusable = Self.unusable(host)
    guard !unusable.isEmpty else { return [] }
    var places: [IPAddress: Place] = [:]
    for planned in host.comparison?.planned ?? [] {
      places[planned.address.address] = host.places(of: planned).first?.place
    }
    return unusable.compactMap { interface, address in
      let users = host.users[address.address]
      guard places[address.address] != nil || !users.isEmpty else { return nil }
      let place = places[address.address] ?? users.first.flatMap { host.place(of: $0.address) }
      let marks = address.marks.intersection([.tentative, .duplicated, .detached])
        .map(\.rawValue).sorted().joined(separator: spoken(" and "))
      return finding(
        spoken("\(address.spelling) on \(interface) is \(marks) now"),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
      )
      .with(effect: spoken("nothing can be bound to \(address.address)"))
      .about(
        jails: users.map { host.forecast.jails[$0.jail].name }, addresses: [address.address])
    }
  }

  private static func unusable(
    _ host: ExaminedHost
  ) -> [(interface: String, address: LiveAddress)] {
    (host.forecast.facts.live?.interfaces ?? []).flatMap { interface in
      interface.addresses.filter(\.isUnusable).map { (interface.name, $0) }
    }
  }
}
