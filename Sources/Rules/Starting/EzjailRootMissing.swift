import HostModel
import Phrases
import SourceText

/// ezjail passes a jail over because its root does not exist, or no variable names it.
///
/// ## Why
/// ezjail's rc script looks at `jail_NAME_rootdir` of the file's name before it starts the jail
/// (ezjail.sh, do_cmd). A dash in the name can't be part of a variable: the shell reads
/// `$jail_my-git_rootdir` as `$jail_my`, and no root is found.
///
/// ## Example
/// ```
/// == missing: /jails/git
/// == /etc/rc.conf
/// ezjail_enable="YES"
/// == /usr/local/etc/ezjail/git
/// export jail_git_hostname="git"
/// export jail_git_rootdir="/jails/git"
/// export jail_git_ip="lo0|127.0.0.3"
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/ezjail/git
/// export jail_git_hostname="git"
/// export jail_git_rootdir="/usr/jails/git"
/// export jail_git_ip="lo0|127.0.0.3"
/// ```
///
/// ## Ways out
/// - Correct `jail_NAME_rootdir`, or create the root.
/// - Rename a file with a dash in its name: `my_git`, as its variables have it.
///
/// ## Ignore it when
/// The jail's disk is not always there.
enum EzjailRootMissing: Rule {
  static let name: RuleName = "ezjail-root-missing"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = finding.jails.first, jail.contains("-") else { return [] }
    let path = LegacySettings.folder + jail
    return [
      .manual(
        spoken("rename \(path) to \(LegacySettings.key(jail))"),
        because: spoken(
          "variables are named after the file, and no variable has a dash in its name"),
        commands: ["mv \(path) \(LegacySettings.folder)\(LegacySettings.key(jail))"])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.filter { jail in
      jail.isRefused && jail.error?.contains("Warning: root directory ") == true
    }.map { jail in
      let path = LegacySettings.folder + jail.name
      let root = host.legacy.settings.first {
        $0.file == jail.name && $0.name.hasSuffix("_rootdir")
      }
      let hasDash = jail.name.contains("-")
      let place = root?.place ?? host.place(of: jail)
      return finding(
        hasDash
          ? spoken("\(path) has a dash in its name, which no variable can have")
          : spoken(
            "the root of jail \(jail.name), \(root?.text ?? spoken("which nothing sets")), does not exist"
          ),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
      )
      .printing(jail.error)
      .with(effect: spoken("jail \(jail.name) is not started"))
      .about(jails: [jail.name])
      .explaining(.jail(jail.name))
    }
  }
}
