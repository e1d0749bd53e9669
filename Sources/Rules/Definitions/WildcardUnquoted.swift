import HostModel
import Phrases
import SourceText

/// The name of a block has a wildcard and no quotes.
///
/// ## Why
/// Only a `*` alone is a name without quotes; in `www.*` it is a word of its own
/// (usr.sbin/jail/jaillex.l), and jail(8) can't read the file.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// path = "/jails/$name";
/// persist;
/// www { children.max = 3; }
/// www.* { enforce_statfs = 1; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// path = "/jails/$name";
/// persist;
/// www { children.max = 3; }
/// "www.*" { enforce_statfs = 1; }
/// ```
///
/// ## Ways out
/// - Put the name in quotes.
///
/// ## Ignore it when
/// Never: none of the file's jails can be started.
enum WildcardUnquoted: Rule {
  static let name: RuleName = "wildcard-unquoted"
  static let severity = Severity.error
  static let reach = Reach.file

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let file = host.file(at: place.path) else {
      return []
    }
    return [
      Fix(
        spoken("put \(file.text(place.span)) in quotes"), meaning: spoken("jail(8) reads the file"),
        .safe,
        making: [
          .insert("\"", at: place.span.lower, in: place.path),
          .insert("\"", at: place.span.upper, in: place.path),
        ])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.fileFaults.compactMap { fault in
      guard case .wildcard = fault.cause, let file = host.file(at: fault.place.path) else {
        return nil
      }
      return finding(
        spoken("\(file.text(fault.place.span)) has a wildcard and no quotes"), "", of: fault, host)
    }
  }
}
