import HostModel
import Phrases
import SourceText

/// A file of ezjail sets variables of another jail than its name says.
///
/// ## Why
/// ezjail sources the file and starts the jail that the file's name says. Variables for another name
/// change that other jail instead, for all files share one environment; the file's own jail is
/// without them, and without `jail_NAME_ip` it comes up as a vnet jail that nothing reaches
/// (libexec/rc/rc.d/jail, parse_options).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ezjail_enable="YES"
/// == /usr/local/etc/ezjail/backup
/// export jail_backup_hostname="backup"
/// export jail_backup_rootdir="/jails/backup"
/// export jail_git_ip="lo0|127.0.0.3"
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/ezjail/backup
/// export jail_backup_hostname="backup"
/// export jail_backup_rootdir="/jails/backup"
/// export jail_backup_ip="lo0|127.0.0.3"
/// ```
///
/// ## Ways out
/// - Rename the variable after the file.
/// - Rename the file after its variables, when it is a copy.
///
/// ## Ignore it when
/// Never.
enum EzjailNameMismatch: Rule {
  static let name: RuleName = "ezjail-name-mismatch"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let jail = finding.jails.first,
      let suffix = ["_ip", "_rootdir", "_hostname"].first(where: { setting.name.hasSuffix($0) })
    else { return [] }
    let name = "jail_\(LegacySettings.key(jail))\(suffix)"
    let file = setting.statement.path
    guard !host.legacy.settings.contains(where: { $0.name == name && $0.place.path == file }) else {
      return []
    }
    return [
      Fix(
        spoken("rename \(setting.name) to \(name)"),
        meaning: spoken(
          "jail \(jail) has the setting; if the file is a copy, its name is what is wrong"),
        .review, making: setting.renamed(to: name))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let legacy = host.legacy
    return legacy.files.filter { !$0.name.contains(".") }.flatMap { file -> [Finding] in
      let key = LegacySettings.key(file.name)
      let own = legacy.settings.filter { $0.file == file.name }
      let runs = host.forecast.jails.contains { $0.name == file.name && $0.state == .running }
      let hasIP = own.contains { $0.name == "jail_\(key)_ip" && !$0.text.isEmpty }
      return own.filter { isForeign($0.name, key) }.map { setting in
        let lacksIP = setting.name.hasSuffix("_ip") && !hasIP
        return finding(
          spoken("the file is for jail \(file.name) and sets \(setting.name)"),
          at: [FindingPlace(setting.place)],
          severity: lacksIP ? .error : .warning
        )
        .with(
          effect: lacksIP && runs
            ? spoken(
              "jail \(file.name) comes up with a network stack of its own, reached by nothing")
            : spoken("jail \(file.name) is without it")
        )
        .about(jails: [file.name])
      }
    }
  }

  /// `jail_OTHER_ip` and its kin, where OTHER is not the key.
  private static func isForeign(_ name: String, _ key: String) -> Bool {
    guard name.hasPrefix("jail_"), !name.hasPrefix("jail_\(key)_") else { return false }
    return ["_ip", "_rootdir", "_hostname"].contains { name.hasSuffix($0) }
  }
}
