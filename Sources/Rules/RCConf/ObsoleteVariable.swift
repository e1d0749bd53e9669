import HostModel
import Phrases
import SourceText

/// A variable has a name of old releases, which rc(8) still understands, with a warning.
///
/// ## Why
/// IPv6 once had variables of its own. rc(8) turns `ipv6_ifconfig_IF` into the settings of today and
/// `ipv6_enable` into `ipv6_activate_all_interfaces`, and complains at every boot
/// (libexec/rc/network.subr; rc.subr, load_rc_config). `ipv6_prefer` is ignored.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ipv6_ifconfig_em0="2001:db8::1 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ```
///
/// ## Ways out
/// - Write `ifconfig_IF_ipv6="inet6 …"` for `ipv6_ifconfig_IF`, and `ifconfig_IF_aliasN="inet6 …"` for
///   `ipv6_ifconfig_IF_aliasN`; the keyword inet6 is needed there.
///
/// ## Ignore it when
/// The file is shared with a very old host.
enum ObsoleteVariable: Rule {
  static let name: RuleName = "obsolete-variable"
  static let severity = Severity.info
  static let reach = Reach.style

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let text = setting.text,
      setting.name.hasPrefix("ipv6_ifconfig_")
    else { return [] }
    let rest = String(setting.name.dropFirst("ipv6_ifconfig_".count))
    let interface = rest.range(ofText: "_alias").map { rest[..<$0.lowerBound] } ?? rest[...]
    let isAlias = interface.endIndex < rest.endIndex
    let name = isAlias ? host.freeAlias(of: String(interface)) : "ifconfig_\(rest)_ipv6"
    guard host.forecast.variables[name] == nil else { return [] }
    let keyword = text.hasPrefix("inet6") ? [] : setting.beginning(with: "inet6 ")
    return [
      Fix(
        spoken("rename \(setting.name) to \(name)"),
        meaning: spoken("the address is set as now, without the warning"),
        .safe, making: keyword.flatMap { edits in setting.renamed(to: name).map { $0 + edits } })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let settings = host.forecast.settings
    let stem = "ipv6_ifconfig_"
    let aliases = settings.aliasStems.filter { $0.hasPrefix(stem) }.sorted().flatMap {
      settings.aliases("ipv6_ifconfig", String($0.dropFirst(stem.count).dropLast(6))).map(\.name)
    }
    let names = settings.plainNames.filter {
      $0.hasPrefix(stem) || $0 == "ipv6_enable" || $0 == "ipv6_prefer"
    }
    return (names + aliases).compactMap { name in
      guard let value = settings.variables[name], !value.text.isEmpty,
        let place = host.written(value.origin.place)
      else { return nil }
      return finding(spoken("\(name) is a name of old releases"), at: [FindingPlace(place)])
        .with(effect: spoken("a warning at every boot"))
    }
  }
}
