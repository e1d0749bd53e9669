import ConfigSyntax
import HostModel
import Phrases
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

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let bytes = host.file(at: place.path)?.bytes
    else {
      return []
    }
    let meaning = spoken("jail(8) reads the file, and its jails start")
    let before = jailConfTokens(bytes).last {
      $0.span.upper <= place.span.lower && $0.kind != .space && $0.kind != .comment
    }
    let semicolon = before.flatMap { token in
      let line = bytes[..<token.span.upper].count { $0 == 10 } + 1
      return Fix(
        spoken("put a semicolon behind the statement in line \(line)"), meaning: meaning, .review,
        making: [.insert(";", at: token.span.upper, in: place.path)])
    }
    let end = (bytes.last == 10 ? "" : "\n") + "}\n"
    let brace = Fix(
      spoken("close the block at the end of the file"), meaning: meaning, .review,
      making: [.insert(end, at: bytes.count, in: place.path)])
    return [semicolon, brace].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.fileFaults.compactMap { fault in
      guard case .other = fault.cause else { return nil }
      let text = fault.problem.message.dropFirst(fault.problem.path.count + 1)
        .drop { $0 == " " }
      return finding(
        spoken("jail(8) can't read the file: \(text)"), spoken("unexpected here"), of: fault, host)
    }
  }
}
