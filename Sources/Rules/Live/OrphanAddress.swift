import HostModel
import Phrases
import SourceText

/// An address is on an interface, and neither the files nor a running jail know of it.
///
/// ## Why
/// It was set by hand, is left of a jail whose manager doesn't take addresses off, or of a setting that
/// is gone. It answers in the network, can be in the way of a jail that is to have it, and the next boot
/// will not bring it back, whoever relies on it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet 192.0.2.77 netmask 0xffffffff broadcast 192.0.2.77
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.77/32"
/// ```
///
/// ## Ways out
/// - Take it off: `ifconfig IF inet ADDRESS -alias`.
/// - Add it to rc.conf(5), if it is to stay.
///
/// ## Ignore it when
/// A program sets it that jailscope doesn't know: a VPN, a manager of jails, a cluster.
enum OrphanAddress: Rule {
  static let name: RuleName = "orphan-address"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first,
      let orphan = host.comparison?.orphans.first(where: { $0.address.address == address })
    else { return [] }
    return [
      .manual(
        spoken("take \(orphan.address.spelling) off \(orphan.interface)"),
        because: spoken("connections of the address end; the next boot is not changed"),
        commands: [LiveCommand.remove(address, from: orphan.interface)])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    (host.comparison?.orphans ?? []).map { orphan in
      finding(
        spoken(
          "\(orphan.address.spelling) is on \(orphan.interface) now and nothing configures it"),
        at: []
      )
      .with(effect: spoken("the next boot doesn't bring it back"))
      .about(addresses: [orphan.address.address])
    }
  }
}
