import HostModel
import Phrases

/// A jail is named by a number.
///
/// ## Why
/// A number in front of the brace is the jail's `jid`. Before 14.0 such a jail has no `name` to put
/// into other values (usr.sbin/jail/config.c, add_jail), and a number that the kernel gave to another
/// jail meanwhile is taken.
///
/// ## Example
/// ```
/// == release: 12.2
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// 5 { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// five { }
/// ```
///
/// ## Ways out
/// - Give the jail a name with a letter in it.
///
/// ## Ignore it when
/// The number is wanted, and no value uses `$name`.
enum NumericJailName: Rule {
  static let name: RuleName = "numeric-jail-name"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let numbered = host.forecast.jails.filter { Int($0.name) != nil && $0.definition != nil }
    guard !numbered.isEmpty else { return [] }
    let failures = host.failures
    return numbered.map { jail in
      let message = spoken("jail \(jail.name) is named by a number, which is its jid")
      let places = [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) }
      let failure = failures.first { $0.jail.name == jail.name }
      if let failure, failure.error.contains("variable \"name\" not found") {
        return finding(message, at: places, of: failure, host).depending(on: .release)
      }
      return finding(message, at: places, severity: .info).about(jails: [jail.name])
    }
  }
}
