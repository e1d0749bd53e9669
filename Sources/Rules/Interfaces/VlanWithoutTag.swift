import HostModel
import Phrases
import SourceText

/// A vlan that goes by a name is created without its number.
///
/// ## Why
/// For a number in `vlans_IF` rc(8) creates `IF.N`, which has the number N. Of any other name it takes
/// the number from `create_args_NAME` (libexec/rc/network.subr, childif_create); without `vlan N`
/// there the interface has none and passes no traffic.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// vlans_em0="jails"
/// ifconfig_em0="up"
/// ifconfig_jails="inet 192.0.2.1/24"
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// vlans_em0="jails"
/// create_args_jails="vlan 100"
/// ifconfig_em0="up"
/// ifconfig_jails="inet 192.0.2.1/24"
/// ```
///
/// ## Ways out
/// - Set `create_args_NAME="vlan 100"`.
/// - List the number itself in `vlans_IF`, and configure `ifconfig_IF_100`.
///
/// ## Ignore it when
/// Another command sets the number.
enum VlanWithoutTag: Rule {
  static let name: RuleName = "vlan-without-tag"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let setting = ShellSetting(at: place, host),
      let name = host.file(at: place.path)?.text(place.span)
    else { return [] }
    let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let tag = Int(digits), (1...4094).contains(tag) else { return [] }
    let variable = "create_args_\(InterfaceSettings.variableName(name))"
    guard host.forecast.variables[variable] == nil else { return [] }
    return [
      Fix(
        spoken("set \(variable) to \"vlan \(tag)\""),
        meaning: spoken("the number is taken from the name; the switch has to have it, too"),
        .review,
        making: setting.followed(by: variable, "vlan \(tag)").map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let settings = host.forecast.settings
    return settings.plainNames.filter { $0.hasPrefix("vlans_") }.flatMap { variable in
      (settings.setting(variable)?.words ?? []).compactMap { word -> Finding? in
        let isNumber = word.text.utf8.allSatisfy { (48...57).contains($0) }
        guard !isNumber, let place = host.written(word.place),
          !settings.value("create_args", word.text).words.contains(where: { $0.text == "vlan" }),
          !settings.arguments(word.text).words.contains(where: { $0.text == "vlan" })
        else { return nil }
        return finding(
          spoken("\(word.text) is created without the number of a vlan"),
          at: [FindingPlace(host.narrow(place, to: word.text))]
        )
        .with(effect: spoken("\(word.text) passes no traffic"))
      }
    }
  }
}
