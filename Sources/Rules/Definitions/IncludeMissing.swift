import HostModel
import Phrases
import SourceText

/// A file that jail.conf(5) includes, or that jail(8) is told to read, is missing.
///
/// ## Why
/// jail(8) reads all files before it starts anything. A pattern may match nothing, but a plain name
/// must exist: without it no jail of the configuration starts (usr.sbin/jail/config.c, include_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// .include "/etc/jail.conf.d/www.conf";
/// database { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// .include "/etc/jail.conf.d/*.conf";
/// database { }
/// ```
///
/// ## Ways out
/// - Create the file, or correct its name.
/// - Remove the include.
/// - Include by a pattern, `"/etc/jail.conf.d/*.conf"`: that may match nothing.
///
/// ## Ignore it when
/// Never: no jail of the configuration can start.
enum IncludeMissing: Rule {
  static let name: RuleName = "include-missing"
  static let severity = Severity.error
  static let reach = Reach.file

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place,
      let edit = JailStatement(at: place, host)?.without(place)
    else { return [] }
    return [
      Fix(
        spoken("remove the include"),
        meaning: spoken(
          "the other jails of the file start; those of the missing one "
            + "stay unknown"), .review, making: [edit])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.problems.compactMap { problem in
      guard let place = problem.place, problem.message.hasPrefix("\(problem.path): "),
        place.path != problem.path || problem.message.hasSuffix("maximum include depth exceeded")
      else { return nil }
      let reason = problem.message.dropFirst(problem.path.count + 2)
      let jails = host.forecast.jails.filter {
        $0.definition?.messages.contains(problem.message) == true || $0.error == problem.message
      }.map(\.name)
      return finding(
        spoken("\(problem.path) is included and can't be read: \(reason)"),
        at: [FindingPlace(place)],
        severity: problem.isRead ? .error : .warning
      )
      .printing("jail: \(problem.message)")
      .with(effect: spoken("no jail of the file can be started"))
      .about(jails: jails)
      .explaining(.complaint(problem.message), jails: jails)
    }
  }
}
