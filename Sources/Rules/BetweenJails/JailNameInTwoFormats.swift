import HostModel
import Phrases

/// Two jail managers, or one and jail.conf(5), have a jail of the same name.
///
/// ## Why
/// The kernel has one jail of a name. The one that is started first keeps the other from starting, or
/// makes its manager believe that it runs already (sys/kern/kern_jail.c, kern_jail_set).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// bastille_enable="YES"
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// == /usr/local/bastille/jails/www/jail.conf
/// www {
///   path = /usr/local/bastille/jails/www/root;
///   exec.start = '/bin/sh /etc/rc';
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// git { path = "/jails/www"; }
/// ```
///
/// ## Ways out
/// - Rename one of them, by its manager's own command.
/// - Remove the one that is left over from a move.
///
/// ## Ignore it when
/// Only one of the two is ever started.
enum JailNameInTwoFormats: Rule {
  static let name: RuleName = "jail-name-in-two-formats"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.namesakes.compactMap { other in
      guard let jail = host.forecast.jail(named: other.name) else { return nil }
      let names = [jail.definition, other].compactMap { $0 }.map { definition in
        JailFormat.of(definition.kind)?.name ?? definition.kind.rawValue
      }
      let places = [
        host.place(of: jail).map { FindingPlace($0, spoken("first")) },
        other.writtenPlace(host.capture).map { FindingPlace($0, spoken("again")) },
      ]
      return finding(
        spoken("jail \(other.name) is defined by \(names.joined(separator: spoken(" and by ")))"),
        at: places.compactMap { $0 }
      )
      .with(effect: spoken("only the first to be started comes up"))
      .about(jails: [other.name])
    }
  }
}
