import HostModel
import Phrases
import SourceText

/// A value of a jail uses a variable that is not set.
///
/// ## Why
/// jail(8) puts variables in when it has read the file, each from the jail's own block or from the
/// global part, and from parameters of that name, too (usr.sbin/jail/config.c, load_config). One that
/// is missing keeps the jail from starting.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/$nmae";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/$name";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Correct the name, or set it, in the block or globally: `$ip = "192.0.2.31";`.
/// - Write `\$` where a dollar sign is meant.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum VariableUndefined: FailureRule {
  static let name: RuleName = "variable-undefined"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      let variable = failure.quoted
    else { return [] }
    let names = ["name"] + (jail.definition?.parameters.map(\.name).filter(\.isPlain) ?? [])
    return [closest(to: variable, among: names)].compactMap { $0 }.compactMap { name in
      let place = finding.places.first?.place
      return Fix(
        spoken("write $\(name) in place of $\(variable)"),
        meaning: spoken("the value has that of $\(name) in it"),
        .review,
        making: host.mentions(of: variable, at: place).map { .replace($0, with: name) })
    }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.contains(": variable \""), failure.error.hasSuffix("\" not found"),
      let variable = failure.quoted
    else { return nil }
    let parameter = failure.error.prefix { $0 != ":" }
    return finding(
      spoken("jail \(failure.jail.name): \(parameter) uses $\(variable), which is not set"),
      atParameterOf: failure, host)
  }
}
