import HostModel
import Phrases
import SourceText

/// A jail uses the old name of an interface that rc.conf(5) renames.
///
/// ## Why
/// `ifconfig_em0_name="wan"` gives the interface another name before any jail starts
/// (libexec/rc/rc.d/netif, ifnet_rename); nothing is reached by the old one.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_em0_name="wan"
/// ifconfig_wan="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "wan|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Use the new name in the jail's setting.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum InterfaceRenamedAway: FailureRule {
  static let name: RuleName = "interface-renamed-away"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let missing = MissingInterface(finding, &host), case .renamed(let new) = missing.cause,
      let jail = host.jail(of: finding)
    else { return [] }
    return [
      Fix(
        spoken("write \(new) in place of \(missing.interface) in jail \(jail.name)"),
        meaning: spoken("stopping the jail takes its addresses off \(new)"), .safe,
        making: host.exchanging(interface: missing.interface, of: jail, for: new))
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard let missing = MissingInterface(failure, host), case .renamed(let new) = missing.cause
    else { return nil }
    let rename = host.forecast.steps.first {
      $0.phase == .netif && $0.argv.dropFirst().starts(with: [missing.interface, "name"])
    }
    let places = (rename.map(host.places(of:)) ?? []).map {
      FindingPlace($0, spoken("the new name"))
    }
    return finding(
      spoken("jail \(failure.jail.name) uses \(missing.interface), which netif renames to \(new)"),
      at: missing.places(host) + places, of: failure, host)
  }
}
