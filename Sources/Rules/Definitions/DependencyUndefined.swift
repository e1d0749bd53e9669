import HostModel
import Phrases
import SourceText

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
/// - Remove it from `depend`.
/// - Define the jail in the same file, or in one that it includes.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum DependencyUndefined: FailureRule {
  static let name: RuleName = "dependency-undefined"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let place = finding.places.first?.place,
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      let other = failure.quoted, let statement = JailStatement(at: place, host)
    else { return [] }
    let names = host.forecast.jails.map(\.name).filter { $0 != jail.name }
    let corrected = closest(to: other, among: names).flatMap { name in
      Fix(
        spoken("write \(name) in place of \(other)"),
        meaning: spoken("jail \(name) is started before \(jail.name)"),
        .review, making: host.replacing(other, at: place, with: name).map { [$0] })
    }
    let removed = Fix(
      spoken("remove \(other) from depend of jail \(jail.name)"),
      meaning: spoken("jail \(jail.name) starts without it"), .review,
      making: statement.without(place).map { [$0] })
    return [corrected, removed].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("depends on undefined jail "), let other = failure.quoted else {
      return nil
    }
    let value = failure.jail.definition?.values(.depend).first { $0.text == other }
    let place = host.written(value?.origin.place) ?? host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) depends on \(other), which is not defined"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
