import HostModel

/// A jail depends on one that its file does not define.
///
/// ## Why
/// jail(8) looks for the jails of `depend` among those of the same configuration and refuses the
/// jail when one is missing (usr.sbin/jail/state.c, dep_setup).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   depend = "databse";
///   persist;
/// }
/// database {
///   path = "/jails/database";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   depend = "database";
///   persist;
/// }
/// database {
///   path = "/jails/database";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Correct the name.
/// - Define the jail in the same file, or in one that it includes.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum DependencyUndefined: FailureRule {
  static let name: RuleName = "dependency-undefined"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("depends on undefined jail "), let other = failure.quoted else {
      return nil
    }
    let value = failure.jail.definition?.values(.depend).first { $0.text == other }
    let place = host.written(value?.origin.place) ?? host.place(of: failure.jail)
    return finding(
      "jail \(failure.jail.name) depends on \(other), which is not defined",
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
