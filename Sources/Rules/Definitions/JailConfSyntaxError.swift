import HostModel

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
    host.fileFaults.compactMap { fault in
      guard case .other = fault.cause else { return nil }
      let text = fault.problem.message.dropFirst(fault.problem.path.count + 1)
        .drop { $0 == " " }
      return finding("jail(8) can't read the file: \(text)", "unexpected here", of: fault, host)
    }
  }
}
