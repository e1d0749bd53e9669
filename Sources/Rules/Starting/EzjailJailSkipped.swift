import HostModel
import Phrases
import SourceText

/// ezjail leaves a jail out on purpose: it is switched off, or its name has a dot.
///
/// ## Why
/// A file `NAME.norun` beside the jail's own, or a dot anywhere in the name, makes ezjail's rc script
/// pass it over (ezjail.sh, do_cmd). Editors leave copies such as `git.bak` that look like jails.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ezjail_enable="YES"
/// == /usr/local/etc/ezjail/git.bak
/// export jail_git_hostname="git"
/// export jail_git_rootdir="/jails/git"
/// export jail_git_ip="lo0|127.0.0.3"
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/ezjail/git.bak
/// # moved to another host
/// ```
///
/// ## Ways out
/// - Rename the file without the dot to have the jail started.
/// - Move copies to another folder.
///
/// ## Ignore it when
/// The jail is to stay off.
enum EzjailJailSkipped: Rule {
  static let name: RuleName = "ezjail-jail-skipped"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.jails.first, name.hasSuffix(".norun") else { return [] }
    return [
      .manual(
        spoken("switch jail \(name.dropLast(".norun".count)) on"),
        because: spoken(
          "ezjail keeps the switch in the name of the file; its command renames that"),
        commands: ["ezjail-admin config -r run \(name.dropLast(".norun".count))"])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let legacy = host.legacy
    return legacy.files.filter { $0.name.contains(".") }.compactMap { file in
      let first = legacy.settings.first { $0.file == file.name }
      guard let first else { return nil }
      let isOff = file.name.hasSuffix(".norun")
      return finding(
        isOff
          ? spoken("\(file.path) is switched off") : spoken("\(file.path) has a dot in its name"),
        at: [FindingPlace(first.place)]
      )
      .with(effect: spoken("ezjail does not start it"))
      .about(jails: [file.name])
    }
  }
}
