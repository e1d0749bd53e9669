import HostModel
import Phrases

/// Variables of a jail are made of each other.
///
/// ## Why
/// To put one in, jail(8) first needs the other, and that again the first: it gives up on the jail
/// (usr.sbin/jail/config.c, load_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   $base = "$root/base";
///   $root = "$base/..";
///   path = "$root";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   $root = "/jails/www";
///   path = "$root";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Give one of them a value that does not use the other.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum VariableLoop: FailureRule {
  static let name: RuleName = "variable-loop"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix(": variable loop") else { return nil }
    let variable = failure.error.prefix { $0 != ":" }
    return finding(
      spoken("jail \(failure.jail.name): the value of \(variable) is made of itself"),
      atParameterOf: failure, host)
  }
}
