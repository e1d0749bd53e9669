import HostModel
import Phrases
import SourceText

/// An address that rc.conf(5) configures is not on its interface now.
///
/// ## Why
/// Stopping a jail takes every address it names with an interface off, whoever put it there
/// (usr.sbin/jail/command.c, run_command with -alias), and so does a start that fails. A renewed lease
/// of DHCP, or somebody at a keyboard, can do the same. The next boot brings the address back; until
/// then whatever uses it is cut off.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20/32"
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet 192.0.2.20 netmask 0xffffffff broadcast 192.0.2.20
/// ```
///
/// ## Ways out
/// - Put it back: `ifconfig IF inet ADDRESS/LENGTH alias`. Restarting the network would take the
///   addresses of jails that run.
/// - Remove it from rc.conf(5), if it is gone for good.
///
/// ## Ignore it when
/// The files were just changed for the next boot.
enum AddressMissingNow: Rule {
  static let name: RuleName = "address-missing-now"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let planned = host.planned(finding) else { return [] }
    var commands = [
      LiveCommand.add(
        planned.address.address, planned.address.prefixLength, on: planned.interface)
    ]
    if case .elsewhere(let interfaces) = planned.presence {
      commands = interfaces.map { LiveCommand.remove(planned.address.address, from: $0) } + commands
    }
    return [
      .manual(
        spoken("put \(planned.address.spelling) back on \(planned.interface)"),
        because: spoken("the running host has it again; the next boot is not changed"),
        commands: commands)
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    (host.comparison?.planned ?? []).compactMap { planned in
      let place: String
      switch planned.presence {
      case .absent: place = spoken("on no interface")
      case .elsewhere(let interfaces):
        place = spoken("on \(interfaces.joined(separator: spoken(" and ")))")
      case .same, .otherLength: return nil
      }
      return finding(
        spoken("\(planned.address.spelling) is to be on \(planned.interface) and is \(place) now"),
        at: host.places(of: planned)
      )
      .with(effect: spoken("the host is without \(planned.address.address) until the next boot"))
      .about(addresses: [planned.address.address])
    }
  }
}
