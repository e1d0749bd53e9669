import HostModel
import Phrases
import SourceText

/// A jail has no addresses and no network stack of its own.
///
/// ## Why
/// A jail that names neither addresses nor `ip4` or `ip6` has none of either family
/// (sys/kern/kern_jail.c, kern_jail_set); it does not inherit those of the host.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4 = "inherit";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Name addresses; with an interface they come and go with the jail.
/// - Set `ip4 = inherit` or `ip6 = inherit`: the jail shares all addresses and ports of the host.
/// - Set `ip4 = disable` to say that none is meant.
///
/// ## Ignore it when
/// The jail needs no network.
enum JailWithoutNetwork: Rule {
  static let name: RuleName = "jail-without-network"
  static let severity = Severity.info
  static let reach = Reach.jail

  private static let network: [ParameterID] = [
    .inet, .inet6, .ip4, .ip6, .vnet, .vnetInterface, .ipHostname,
  ]

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host) else {
      return []
    }
    return [
      Fix(
        spoken("set ip4 = inherit for jail \(jail.name)"),
        meaning:
          spoken(
            "the jail shares all IPv4 addresses and ports of the host; stopping it removes none"),
        .review, making: block.adding("ip4 = inherit;").map { [$0] }),
      Fix(
        spoken("set ip4 = disable for jail \(jail.name)"),
        meaning: spoken("nothing changes; it says that no address is meant"), .review,
        making: block.adding("ip4 = disable;").map { [$0] }),
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.compactMap { jail in
      guard jail.state == .running || jail.trial?.hasFailed == false, !jail.hasOwnStack,
        let definition = jail.definition, definition.kind.isJailConf,
        !definition.isEmpty, !network.contains(where: definition.sets)
      else { return nil }
      return finding(
        spoken("jail \(jail.name) has no addresses"),
        at: [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) }
      )
      .with(effect: spoken("jail \(jail.name) has no network"))
      .about(jails: [jail.name])
    }
  }
}
