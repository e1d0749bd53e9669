import HostModel

/// A variable with several values stands inside a longer text.
///
/// ## Why
/// jail(8) can put a list in only where the variable stands alone: inside of other text it does not
/// know which value is meant (usr.sbin/jail/config.c, load_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// $ips = "192.0.2.31", "192.0.2.32";
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|$ips";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// $ips = "em0|192.0.2.31", "em0|192.0.2.32";
/// www {
///   path = "/jails/www";
///   ip4.addr = $ips;
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put all of the text into each value of the list, and let the variable stand alone.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ListInsideString: FailureRule {
  static let name: RuleName = "list-inside-string"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix(": array cannot be substituted inline") else { return nil }
    let parameter = failure.error.prefix { $0 != ":" }
    return finding(
      "jail \(failure.jail.name): \(parameter) has a list of values inside a longer text",
      atParameterOf: failure, host)
  }
}
