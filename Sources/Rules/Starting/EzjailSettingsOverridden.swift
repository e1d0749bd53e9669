import HostModel
import Phrases
import SourceText

/// rc.conf(5) sets a variable of an ezjail jail that the jail's own file sets, too, differently.
///
/// ## Why
/// ezjail exports the file's variables and then runs rc.d/jail, which reads rc.conf(5) again: what is
/// written there wins (ezjail.sh, do_cmd; libexec/rc/rc.subr, load_rc_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ezjail_enable="YES"
/// jail_git_ip="lo0|127.0.0.4"
/// == /usr/local/etc/ezjail/git
/// export jail_git_hostname="git"
/// export jail_git_rootdir="/jails/git"
/// export jail_git_ip="lo0|127.0.0.3"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ezjail_enable="YES"
/// ```
///
/// ## Ways out
/// - Remove the variable from rc.conf(5).
///
/// ## Ignore it when
/// The file is generated and rc.conf(5) is to correct it.
enum EzjailSettingsOverridden: Rule {
  static let name: RuleName = "ezjail-settings-overridden"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let jail = finding.jails.first
    else { return [] }
    return [
      Fix(
        spoken("remove \(setting.name) from \(setting.statement.path)"),
        meaning: spoken("jail \(jail) has what its own file says"), .review,
        making: setting.removal.map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let legacy = host.legacy
    guard !legacy.files.isEmpty else { return [] }
    let variables = host.forecast.variables
    return legacy.settings.compactMap { setting in
      guard let file = setting.file, !file.contains("."), let other = variables[setting.name],
        let place = host.written(other.origin.place), !place.path.hasPrefix(LegacySettings.folder),
        other.text != setting.text
      else { return nil }
      return finding(
        spoken("\(setting.name) is set in rc.conf(5), too, which wins"),
        at: [
          FindingPlace(place, spoken("what counts")),
          FindingPlace(setting.place, spoken("has no effect")),
        ]
      )
      .with(effect: spoken("jail \(file) has \"\(other.text)\", not \"\(setting.text)\""))
      .about(jails: [file])
    }
  }
}
