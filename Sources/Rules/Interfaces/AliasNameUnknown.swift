import HostModel
import Phrases
import SourceText

/// A variable looks like an alias and has no number where rc(8) wants one.
///
/// ## Why
/// Aliases are the variables whose names go on with a digit behind `_alias`, and the one list
/// `ifconfig_IF_aliases` (libexec/rc/network.subr, ifalias_af_common). Any other is never read.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias="inet 192.0.2.20/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20/32"
/// ```
///
/// ## Ways out
/// - Put a number behind `alias`; gaps and the order of lines do not matter.
///
/// ## Ignore it when
/// A script of your own reads the variable.
enum AliasNameUnknown: Rule {
  static let name: RuleName = "alias-name-unknown"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let mark = setting.name.range(ofText: "_alias")
    else { return [] }
    let interface = setting.name[..<mark.lowerBound].dropFirst("ifconfig_".count)
    let name = host.freeAlias(of: String(interface))
    return [
      Fix(
        spoken("rename \(setting.name) to \(name)"),
        meaning: spoken("its address is set from the next boot on"),
        .safe, making: setting.renamed(to: name))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let settings = host.forecast.settings
    return settings.plainNames.compactMap { name in
      guard name.hasPrefix("ifconfig_"), let mark = name.range(ofText: "_alias"),
        name[mark.upperBound...] != "es", let value = settings.variables[name],
        AliasSetting.Family.allCases.contains(where: { value.text.hasPrefix($0.rawValue) }),
        let place = host.written(value.origin.place)
      else { return nil }
      return finding(
        spoken("\(name) is never read: no number follows alias"), at: [FindingPlace(place)]
      )
      .with(effect: spoken("its address is not set"))
    }
  }
}
