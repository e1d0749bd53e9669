import HostModel
import Phrases
import SourceText

/// `jail_list` names a jail that no file defines.
///
/// ## Why
/// rc.d/jail looks for `jail_NAME_rootdir`, `/etc/jail.NAME.conf`, `/etc/jail.conf.d/NAME.conf` and
/// jail.conf(5) in turn; when none is there, or jail(8) finds no such block, the jail is ignored or
/// its start fails (libexec/rc/rc.d/jail, parse_options and jail_start).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www databse"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { }
/// database { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www database"
/// ```
///
/// ## Ways out
/// - Correct the name in `jail_list`.
/// - Define the jail.
/// - Remove the name, or all of `jail_list`: then every jail of jail.conf(5) is started.
///
/// ## Ignore it when
/// Never: rc(8) is told to start what is not there.
enum JailListNamesUnknown: Rule {
  static let name: RuleName = "jail-list-names-unknown"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.jails.first, let list = ShellSetting(of: "jail_list", host) else {
      return []
    }
    let known = host.forecast.jails.filter { $0.definition != nil }.map(\.name)
    let corrected = closest(to: name, among: known).flatMap { other in
      Fix(
        spoken("write \(other) in place of \(name) in jail_list"),
        meaning: spoken("the next boot starts jail \(other)"),
        .review, making: list.replacing(name, with: other))
    }
    let isLast = list.text.map(shellWords)?.count == 1
    let removed = Fix(
      spoken("remove \(name) from jail_list"),
      meaning: isLast
        ? spoken("the list is empty, and every jail of jail.conf(5) is started")
        : spoken("the others start as now"),
      .review, making: list.removing(name))
    return [corrected, removed].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let missing = host.failures.filter {
      $0.jail.definition == nil && $0.error == "\"\($0.jail.name)\" not found"
    }
    let listed = missing.map { failure in
      finding(
        message(failure.jail.name), at: places(failure.jail.name, host), of: failure, host
      )
    }
    return listed
      + host.forecast.unconfigured.filter { !isBegun($0, host) }.map { name in
        finding(message(name), at: places(name, host))
          .with(effect: spoken("jail \(name) is not created"))
          .about(jails: [name])
          .explaining(.complaint(name), jails: [name])
      }
  }

  private static func message(_ name: String) -> String {
    spoken("jail_list names \(name), which no file defines")
  }

  private static func places(_ name: String, _ host: ExaminedHost) -> [FindingPlace] {
    guard let place = host.written(host.forecast.variables["jail_list"]?.origin.place) else {
      return []
    }
    let narrow = host.narrow(place, to: name)
    return [FindingPlace(narrow)]
  }

  /// Variables begin to define it, which another rule tells.
  private static func isBegun(_ name: String, _ host: ExaminedHost) -> Bool {
    ["rootdir", "hostname", "ip"].contains { setting in
      !host.forecast.variables.text("jail_\(LegacySettings.key(name))_\(setting)").isEmpty
    }
  }
}
