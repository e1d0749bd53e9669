import HostModel
import Phrases
import SourceText

/// A jail takes an interface with the host's own addresses into its network stack.
///
/// ## Why
/// `vnet.interface` moves the interface; its addresses and routes are gone from the host until the
/// jail stops, and even then only the interface comes back (sys/net/if.c, if_vmove).
///
/// ## Example
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 198.51.100.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// router {
///   path = "/jails/router";
///   vnet;
///   vnet.interface = "em1";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="up"
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Remove the interface's addresses from rc.conf(5), and set them inside the jail.
/// - Give the jail an epair(4) and bridge that with the interface.
///
/// ## Ignore it when
/// The host is to be without the addresses while the jail runs.
enum InterfaceMovedIntoJail: Rule {
  static let name: RuleName = "interface-moved-into-jail"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let loss = host.losses.all.first { loss in
      if case .moved = loss.kind { return finding.addresses.contains(loss.address.address) }
      return false
    }
    guard let loss else { return [] }
    let owned = OwnedAddress(loss, host)
    let setting = owned.setter.flatMap {
      HostSetting(of: loss.address.address, setBy: host.forecast.steps[$0], host)
    }
    return [
      setting?.removalFix(
        meaning: spoken(
          "the host has the address no more, even before the jail takes \(loss.interface); "
            + "set it inside the jail"))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var told: Set<String> = []
    return host.losses.all.compactMap { loss in
      guard case .moved = loss.kind, told.insert(loss.interface).inserted else { return nil }
      let owned = OwnedAddress(loss, host)
      let jail = loss.jail ?? ""
      let taken = host.forecast.jail(named: jail).flatMap { host.place(of: .vnetInterface, in: $0) }
      let places =
        [taken].compactMap { $0 }.map { FindingPlace($0, spoken("moves it")) }
        + [owned.place(host)].compactMap { $0 }.map {
          FindingPlace($0, spoken("the host's address"))
        }
      return finding(
        spoken("jail \(jail) takes \(loss.interface) with the host's \(loss.address.address)"),
        at: places
      )
      .with(effect: spoken("the host loses \(loss.interface) and \(loss.address.address)"))
      .about(jails: [jail], addresses: [loss.address.address])
    }
  }
}
