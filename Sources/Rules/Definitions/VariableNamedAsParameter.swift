import HostModel

/// A variable has the name of a parameter.
///
/// ## Why
/// Newer jail(8) refuses the jail, for `$path` could mean either (usr.sbin/jail/config.c, add_param).
/// That of 12 mixes the two up.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   $path = "/jails";
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   $root = "/jails";
///   path = "$root/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Give the variable another name.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum VariableNamedAsParameter: FailureRule {
  static let name: RuleName = "variable-named-as-parameter"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix("\" cannot have the same name as a parameter."),
      let variable = failure.quoted
    else { return nil }
    let place = host.place(of: failure.jail)
    return finding(
      "jail \(failure.jail.name): \(variable) has the name of a parameter",
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
