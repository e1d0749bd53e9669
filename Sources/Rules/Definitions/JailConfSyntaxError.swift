import HostModel
import SourceText

/// jail(8) can't read a file that defines jails.
///
/// ## Why
/// jail(8) reads the whole file, and all that it includes, before it starts anything
/// (usr.sbin/jail/config.c, load_config). One error, and no jail of it starts.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www"
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Mend what stands in front of the mark: a missing semicolon, quote or brace.
///
/// ## Ignore it when
/// Never: none of the file's jails can be started.
enum JailConfSyntaxError: Rule {
  static let name: RuleName = "jail-conf-syntax-error"
  static let severity = Severity.error
  static let reach = Reach.file

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var told: Set<String> = []
    return host.forecast.files.problems.compactMap { problem in
      // what follows the first error of a file follows from it
      guard problem.message.contains(" line "), told.insert(problem.path).inserted,
        let place = problem.place
      else { return nil }
      let text = problem.message.dropFirst(problem.path.count + 1)
      let jails = host.forecast.jails.filter {
        $0.definition?.messages.contains(problem.message) == true
      }
      return finding(
        "jail(8) can't read the file: \(text)", at: [FindingPlace(place, "unexpected here")],
        severity: problem.isRead ? .error : .warning
      )
      .printing("jail: \(problem.message)")
      .with(effect: "no jail of \(problem.path) can be started")
      .about(jails: jails.map(\.name))
      .explaining(.complaint(problem.message), jails: jails.map(\.name))
    }
  }
}
