import HostModel
import Phrases

/// The start of a jail fails for a reason that no other rule knows.
///
/// ## Why
/// The forecast follows the start command by command (usr.sbin/jail/command.c): one of them fails,
/// or jail(8) or the kernel refuses the jail. What is printed is shown with the finding.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   children.max = 999999;
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   children.max = 5;
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Mend what the message names; then look at the forecast again.
///
/// ## Ignore it when
/// The jail is not meant to start.
enum JailStartFails: Rule {
  static let name: RuleName = "jail-start-fails"
  static let severity = Severity.error
  static let reach = Reach.jail
  static let turn = Turn.fallback

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.unexplainedFailures.map { failure in
      let jail = failure.jail
      let steps = failure.step.map { host.places(ofStep: $0) } ?? []
      let places =
        steps.isEmpty
        ? [host.place(ofMessage: failure.error, about: jail)].compactMap { $0 } : steps
      let reason = failure.error.split(separator: "\n").first.map(String.init) ?? ""
      let what = reason.isEmpty ? spoken("no reason is printed") : reason
      return finding(
        spoken("jail \(jail.name) does not start: \(what)"), at: places.map { FindingPlace($0) },
        of: failure, host)
    }
  }
}
