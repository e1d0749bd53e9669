import HostModel
import Phrases
import SourceText

/// Variables begin to define a jail of `jail_list` and leave out what it needs.
///
/// ## Why
/// rc.d/jail takes a jail's variables for a definition only when both `jail_NAME_rootdir` and
/// `jail_NAME_hostname` are set (libexec/rc/rc.d/jail, parse_options); else it looks for a file, and
/// ignores the jail when there is none.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="192.0.2.31"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_rootdir="/jails/www"
/// jail_www_hostname="www.example.org"
/// jail_www_ip="192.0.2.31"
/// ```
///
/// ## Ways out
/// - Set what is missing.
/// - Move the jail to jail.conf(5), for these variables are obsolete.
///
/// ## Ignore it when
/// Never: rc(8) is told to start a jail that it can't.
enum LegacyDefinitionIncomplete: Rule {
  static let name: RuleName = "legacy-definition-incomplete"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.jails.first,
      let setting = ShellSetting(at: finding.places.first?.place, host)
    else { return [] }
    let stem = "jail_\(LegacySettings.key(name))_"
    guard host.forecast.variables.text(stem + "hostname").isEmpty,
      !host.forecast.variables.text(stem + "rootdir").isEmpty
    else { return [] }
    return [
      Fix(
        spoken("set \(stem)hostname to \(name)"),
        meaning: spoken("the jail starts with its short name as host name"), .review,
        making: setting.followed(by: "\(stem)hostname", name).map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.unconfigured.compactMap { name in
      let stem = "jail_\(LegacySettings.key(name))_"
      let variables = host.forecast.variables
      let missing = ["rootdir", "hostname"].filter { variables.text(stem + $0).isEmpty }
      let present = ["rootdir", "hostname", "ip"].lazy.compactMap { variables[stem + $0] }.first
      guard let place = host.written(present?.origin.place), !missing.isEmpty else { return nil }
      return finding(
        spoken(
          "jail \(name) has no \(missing.map { stem + $0 }.joined(separator: spoken(" and no ")))"),
        at: [FindingPlace(place)]
      )
      .with(effect: spoken("jail \(name) is not created"))
      .about(jails: [name])
      .explaining(.complaint(name), jails: [name])
    }
  }
}
