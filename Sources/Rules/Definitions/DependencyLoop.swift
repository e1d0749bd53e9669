import HostModel
import Phrases
import SourceText

/// Jails depend on each other in a circle.
///
/// ## Why
/// None of them could be the first to start: jail(8) gives up on one, and the others, which wait for
/// it, are skipped (usr.sbin/jail/state.c, dep_setup).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { depend = "database"; }
/// database { depend = "www"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { depend = "database"; }
/// database { }
/// ```
///
/// ## Ways out
/// - Remove one `depend` of the circle.
///
/// ## Ignore it when
/// Never: none of the jails can start.
enum DependencyLoop: FailureRule {
  static let name: RuleName = "dependency-loop"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    host.withoutDependency(finding, meaning: spoken("starts without waiting for the others"))
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "dependency loop" else { return nil }
    let place = host.place(of: .depend, in: failure.jail) ?? host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) depends on itself, by way of others"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
