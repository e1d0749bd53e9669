import HostModel
import SourceText

/// A comment of jail.conf(5) begins within a value that has no quotes.
///
/// ## Why
/// `#`, `//` and `/*` begin a comment anywhere outside quotes, in the middle of a word, too
/// (usr.sbin/jail/jaillex.l). `/jails//www` ends behind `/jails`, and `/etc/jail.conf.d/*.conf` begins
/// a comment that never ends. With the rest of the line its semicolon is lost, and jail(8) can't read
/// the file.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = /jails//www;
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
/// - Put the value in quotes; a path with two slashes can lose one as well.
///
/// ## Ignore it when
/// Never: none of the file's jails can be started.
enum CommentInsideWord: Rule {
  static let name: RuleName = "comment-inside-word"
  static let severity = Severity.error
  static let reach = Reach.file

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.fileFaults.compactMap { fault in
      guard case .comment = fault.cause, let file = host.file(at: fault.place.path) else {
        return nil
      }
      let mark = file.bytes[fault.place.span.lower] == UInt8(ascii: "#") ? 1 : 2
      let span = SourceSpan(fault.place.span.lower, fault.place.span.lower + mark)
      return finding(
        "\(file.text(span)) in a value without quotes begins a comment", "all a comment",
        of: fault, host)
    }
  }
}
