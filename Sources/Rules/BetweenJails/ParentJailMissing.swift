import HostModel

/// A jail's name has a dot, and the jail in front of it does not run.
///
/// ## Why
/// A dot parts a jail from the one it is created in: `outer.inner` is created in `outer`, which must
/// run by then (sys/kern/kern_jail.c, kern_jail_set: `jail "outer" not found`).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// www.example.org { path = "/jails/www"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; host.hostname = "www.example.org"; }
/// ```
///
/// ## Ways out
/// - Take the dots out of the name, and set `host.hostname` to the full one.
/// - Define the outer jail, with `children.max`.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ParentJailMissing: FailureRule {
  static let name: RuleName = "parent-jail-missing"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix("\" not found"), let parent = failure.quoted,
      failure.error == "jail \"\(parent)\" not found"
    else { return nil }
    return finding(
      "jail \(failure.jail.name) is to be created in jail \(parent), which does not run",
      at: [host.place(of: failure.jail)].compactMap { $0 }.map { FindingPlace($0) }, of: failure,
      host)
  }
}
