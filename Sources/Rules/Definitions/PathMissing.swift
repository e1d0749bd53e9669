import HostModel
import Phrases

/// The root of a jail does not exist, or is no absolute path.
///
/// ## Why
/// jail(8) turns the path into a real one before it creates the jail (usr.sbin/jail/jail.c,
/// create_jail). By then it has put the jail's addresses on their interfaces, and takes them off
/// again, whoever had put them there.
///
/// ## Example
/// ```
/// == missing: /jails/www
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/usr/jails/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Correct the path, or create the jail's root there.
/// - Mount what brings it: a ZFS dataset whose mountpoint it is, or a line of the jail's fstab.
///
/// ## Ignore it when
/// The file system that brings it is mounted later, by hand.
enum PathMissing: FailureRule {
  static let name: RuleName = "path-missing"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("path "), let path = failure.jail.definition?.path else {
      return nil
    }
    let isRelative = failure.error.hasSuffix("not an absolute pathname")
    return finding(
      spoken("the root of jail \(failure.jail.name), \(path), ")
        + (isRelative ? spoken("is no absolute path") : spoken("does not exist")),
      at: [host.place(of: .path, in: failure.jail) ?? host.place(of: failure.jail)]
        .compactMap { $0 }.map { FindingPlace($0) },
      of: failure, host)
  }
}
