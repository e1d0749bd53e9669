import HostModel
import Phrases
import SourceText

/// Jails are to be started and the file that defines them is missing.
///
/// ## Why
/// With `jail_enable="YES"` and no `jail_list`, rc.d/jail starts all jails of the file that
/// `jail_conf` names, `/etc/jail.conf` by default (libexec/rc/rc.d/jail, jail_start).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// ```
///
/// ## Ways out
/// - Create the file, or correct `jail_conf`.
/// - Set `jail_enable="NO"` when the host has no jails, or a manager starts them.
///
/// ## Ignore it when
/// The file is put there before jails start.
enum JailConfMissing: Rule {
  static let name: RuleName = "jail-conf-missing"
  static let severity = Severity.warning
  static let reach = Reach.file

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    // jails of variables need the service
    guard !host.forecast.jails.contains(where: { $0.definition?.kind == .variables }) else {
      return []
    }
    return [
      Fix(
        spoken("set jail_enable to NO"),
        meaning: spoken("rc.d/jail starts nothing; a manager's own service still does"),
        .review, making: host.setting("jail_enable", to: "NO"))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.problems.compactMap { problem in
      guard problem.place == nil, problem.isRead,
        problem.message.hasSuffix(": No such file or directory")
      else { return nil }
      let places = ["jail_conf", "jail_enable"].compactMap {
        host.written(host.forecast.variables[$0]?.origin.place)
      }
      return finding(
        spoken("jails are to be started from \(problem.path), which does not exist"),
        at: places.prefix(1).map { FindingPlace($0) }
      )
      .printing("jail: \(problem.message)")
      .with(effect: spoken("the next boot starts no jail"))
    }
  }
}
