import HostModel
import Phrases

/// A file uses `.include`, which jail(8) of this release does not know.
///
/// ## Why
/// `.include` came with 14.0. Before that it is read as a parameter of every jail, one that nobody
/// knows: no jail of the file starts (usr.sbin/jail/config.c, import_params).
///
/// ## Example
/// ```
/// == release: 13.2
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// .include = "/etc/jail.conf.d/*.conf";
/// www { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { }
/// ```
///
/// ## Ways out
/// - Put the blocks into jail.conf(5) itself.
/// - On 13 name the jails in `jail_list`: rc.d/jail then reads `/etc/jail.conf.d/NAME.conf`.
///
/// ## Ignore it when
/// The host is about to be upgraded to 14 or later.
enum IncludeNotSupported: FailureRule {
  static let name: RuleName = "include-not-supported"
  static let severity = Severity.error
  static let reach = Reach.file

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "unknown parameter: .include" else { return nil }
    let parameter = failure.jail.definition?.parameters.last { $0.name == ".include" }
    let place = host.written(parameter?.values.last?.origin.place) ?? host.place(of: failure.jail)
    let release = host.forecast.release
    return finding(
      spoken(
        "jail(8) of FreeBSD \(release) does not know .include, and takes it for a "
          + "parameter of jail \(failure.jail.name)"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host
    )
    .depending(on: .release)
  }
}
