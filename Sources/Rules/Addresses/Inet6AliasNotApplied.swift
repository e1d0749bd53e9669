import HostModel
import Phrases
import SourceText

/// An inet6 alias is set for an interface that IPv6 is not configured on.
///
/// ## Why
/// rc(8) skips the inet6 aliases of an interface unless `ifconfig_IF_ipv6`, or one of its older kin,
/// is set, and unless a list in `ipv6_network_interfaces` has it (libexec/rc/network.subr, ipv6_up and
/// ipv6if); `ipv6_activate_all_interfaces` does not help. Nothing is printed; the address is just not
/// there. A jail that names it without an interface then runs without it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 auto_linklocal"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// ```
///
/// ## Ways out
/// - Set `ifconfig_em0_ipv6="inet6 auto_linklocal"`: all inet6 aliases of the interface are applied
///   from then on; look at jails that name the same addresses first, for they may begin to conflict.
/// - Remove the alias.
///
/// ## Ignore it when
/// The alias is kept for later.
enum Inet6AliasNotApplied: Rule {
  static let name: RuleName = "inet6-alias-not-applied"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let ignored = host.forecast.ignored.first {
      finding.addresses.contains($0.address) && finding.subject == $0.interface
    }
    guard let ignored else { return [] }
    return [enabling(ignored.interface, host), removing(ignored, host)].compactMap { $0 }
  }

  /// Configures IPv6 on the interface.
  private static func enabling(_ interface: String, _ host: ExaminedHost) -> Fix? {
    let meaning = spoken("all inet6 aliases of \(interface) are applied from the next boot on")
    let name = "ifconfig_\(InterfaceSettings.variableName(interface))_ipv6"
    let line = host.enablingInet6(on: interface).map { [$0] }
    guard !isListed(interface, host) else {
      return Fix(
        spoken("set \(name) to \"inet6 auto_linklocal\""), meaning: meaning, .review, making: line)
    }
    let list = "ipv6_network_interfaces"
    let isNone = host.forecast.variables.text(list).lowercased() == "none"
    let added = isNone ? host.setting(list, to: interface) : host.adding(interface, to: list)
    return Fix(
      spoken("add \(interface) to \(list)"), meaning: meaning, .review,
      making: added.map { $0 + (line ?? []) })
  }

  private static func removing(_ ignored: IgnoredAddress, _ host: ExaminedHost) -> Fix? {
    guard let setting = ShellSetting(at: ignored.place, host),
      AliasSetting.number(in: setting.name) != nil
    else { return nil }
    return Fix(
      spoken("remove \(setting.name)"),
      meaning: spoken("\(ignored.address) is not on \(ignored.interface), as now"),
      .review, making: setting.removal.map { [$0] })
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.ignored.map { ignored in
      let bare = host.users[ignored.address].filter { $0.address.interface == nil }
      let names = bare.map { host.forecast.jails[$0.jail].name }
      let reason = reason(ignored.interface, host)
      let places = [ignored.place].compactMap { $0 }.map {
        FindingPlace(host.narrow($0, to: ignored.address), reason)
      }
      return finding(
        spoken(
          "\(ignored.address)/\(ignored.prefixLength) is never put on \(ignored.interface): IPv6 is "
            + "not configured there"),
        at: places
          + zip(bare, names).flatMap { use, name in
            use.address.places(host, asks: false).map {
              FindingPlace($0.place, spoken("jail \(name)"))
            }
          }
      )
      .with(
        effect: names.isEmpty
          ? spoken("\(ignored.interface) is without \(ignored.address)")
          : spoken("jail \(names.joined(separator: ", ")) is without \(ignored.address)")
      )
      .about(jails: names, addresses: [ignored.address])
      .with(subject: ignored.interface)
    }
  }

  private static func reason(_ interface: String, _ host: ExaminedHost) -> String {
    isListed(interface, host)
      ? spoken("not applied without ifconfig_\(interface)_ipv6")
      : spoken("ipv6_network_interfaces leaves it out")
  }

  /// Whether ipv6_network_interfaces has the interface.
  private static func isListed(_ interface: String, _ host: ExaminedHost) -> Bool {
    let listed = host.forecast.variables.text("ipv6_network_interfaces").split(separator: " ")
    return listed.contains { $0 == interface || $0.lowercased() == "auto" }
  }
}
