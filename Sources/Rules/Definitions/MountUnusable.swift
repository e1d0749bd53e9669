import HostModel
import Phrases
import SourceText

/// A mount of a jail can't be made: its fstab is missing, a line is short, or its target is not there.
///
/// ## Why
/// jail(8) reads `mount` and the file of `mount.fstab` itself, wants at least three words in each,
/// and looks at the target before it mounts (usr.sbin/jail/command.c, run_command and check_path).
/// `mount.devfs` and its kin need the folder below the jail's root.
///
/// ## Example
/// ```
/// == missing: /etc/fstab.www
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   mount.fstab = "/etc/fstab.www";
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
/// - Create what is missing: the file, or the folder below the jail's root.
/// - Write the line with what is mounted, where, and the type of file system.
/// - Remove the mount.
///
/// ## Ignore it when
/// What is missing is mounted or created by hand before jails start.
enum MountUnusable: FailureRule {
  static let name: RuleName = "mount-unusable"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = finding.jails.first,
      let statement = JailStatement(at: finding.places.first?.place, host),
      let name = statement.name, name.hasPrefix("mount")
    else { return [] }
    return [
      Fix(
        spoken("remove \(name) of jail \(jail)"),
        meaning: spoken("jail \(jail) starts without what it mounts"),
        .review, making: [statement.removal])
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("mount"), let colon = failure.error.firstIndex(of: ":") else {
      return nil
    }
    let parameter = failure.error[..<colon]
    let rest = failure.error[colon...].dropFirst(2)
    return finding(
      spoken("jail \(failure.jail.name): \(parameter) can't be done: \(rest)"),
      atParameterOf: failure, host
    )
  }
}
