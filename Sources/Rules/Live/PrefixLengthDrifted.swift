import HostModel
import Phrases
import SourceText

/// An address is on its interface with another prefix length than rc.conf(5) gives it.
///
/// ## Why
/// A jail that names an IPv4 address with an interface gives it its own mask, silently
/// (sys/netinet/in.c, in_aifaddr_ioctl); often the host then is without the route to its network. Of an
/// IPv6 address the length can't be changed while it is there (sys/netinet6/in6.c), so a jail that asks
/// for the other one does not start.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffffff broadcast 192.0.2.10
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// ```
///
/// ## Ways out
/// - Give it the length again: for IPv4 by `ifconfig IF inet ADDRESS/LENGTH alias`, for IPv6 it has to
///   be taken off first.
/// - Write the length that is there into rc.conf(5), if it is the right one.
///
/// ## Ignore it when
/// The files were just changed for the next boot.
enum PrefixLengthDrifted: Rule {
  static let name: RuleName = "prefix-length-drifted"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let planned = host.planned(finding) else { return [] }
    let (address, interface) = (planned.address.address, planned.interface)
    let add = LiveCommand.add(address, planned.address.prefixLength, on: interface)
    let commands =
      address.family == .inet ? [add] : [LiveCommand.remove(address, from: interface), add]
    return [
      .manual(
        spoken("give \(address) on \(interface) the length /\(planned.address.prefixLength) again"),
        because: spoken("connections of the address may end; the next boot is not changed"),
        commands: commands)
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    (host.comparison?.planned ?? []).compactMap { planned in
      guard case .otherLength(let length) = planned.presence else { return nil }
      return finding(
        spoken("\(planned.address.spelling) is on \(planned.interface) as /\(length) now"),
        at: host.places(of: planned)
      )
      .with(effect: spoken("\(planned.interface) has another network than the next boot gives it"))
      .about(addresses: [planned.address.address])
    }
  }
}
