import HostModel
import Phrases
import SourceText

/// A jail is skipped because one it depends on does not start.
///
/// ## Why
/// jail(8) starts a jail only when all that it depends on run (usr.sbin/jail/state.c, dep_done).
///
/// ## Example
/// ```
/// == missing: /jails/database
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { depend = "database"; }
/// database { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { depend = "database"; }
/// database { path = "/usr/jails/database"; }
/// ```
///
/// ## Ways out
/// - Mend the start of the other jail; it has a finding of its own.
/// - Remove `depend` if the jail works without the other.
///
/// ## Ignore it when
/// The other jail is silenced, too.
enum DependencyFails: Rule {
  static let name: RuleName = "dependency-fails"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    host.withoutDependency(finding, meaning: spoken("starts whether that one runs or not"))
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let failures = host.failures
    return failures.indices.compactMap { explain(failures[$0], &host) }
  }

  private static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    let isTold = failure.error == "skipped" || failure.error.hasPrefix("dependency or file: ")
    guard isTold || failure.error.isEmpty && failure.step == nil else { return nil }
    let others = failure.jail.definition?.values(.depend) ?? []
    let failing = others.first { other in
      guard let jail = host.forecast.jail(named: other.text) else { return false }
      return jail.state == .failed || jail.trial?.hasFailed == true
    }
    guard let failing else { return nil }
    let place = host.written(failing.origin.place) ?? host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) depends on \(failing.text), which does not start"),
      at: place.map { [FindingPlace($0)] } ?? [], of: failure, host
    )
    .saying(failing.text)
    .asConsequence()
  }
}
