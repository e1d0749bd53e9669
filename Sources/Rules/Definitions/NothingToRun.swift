import HostModel
import Phrases
import SourceText

/// A jail has nothing to run and is not told to persist.
///
/// ## Why
/// A jail without a process goes away at once, so the kernel wants `persist` unless jail(8) is to
/// run something in it: `exec.start`, `command`, or `exec.poststart`, for which jail(8) keeps it
/// (usr.sbin/jail/jail.c, create_jail: `new jail must persist or attach`).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.start = "/bin/sh /etc/rc";
///   exec.stop = "/bin/sh /etc/rc.shutdown jail";
/// }
/// ```
///
/// ## Ways out
/// - Set `exec.start`, for the jail or for all of them at the top of the file.
/// - Set `persist;` for a jail that is entered by jexec(8) alone.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum NothingToRun: FailureRule {
  static let name: RuleName = "nothing-to-run"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host),
      let start = block.adding("exec.start = \"/bin/sh /etc/rc\";"),
      let both = block.adding(
        "exec.start = \"/bin/sh /etc/rc\";", "exec.stop = \"/bin/sh /etc/rc.shutdown\";"),
      let persist = block.adding("persist;")
    else { return [] }
    let hasStop = jail.definition?.parameters.contains { $0.name == "exec.stop" } == true
    return [
      Fix(
        spoken("let jail \(jail.name) run /etc/rc"),
        meaning: spoken(
          "the jail boots as a host does, and stays while "
            + "something runs in it"), .review, making: [hasStop ? start : both]),
      Fix(
        spoken("set persist for jail \(jail.name)"),
        meaning: spoken("the jail is there with nothing running in it, for jexec(8)"), .review,
        making: [persist]),
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "new jail must persist or attach" else { return nil }
    let place = host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) has nothing to run: neither exec.start nor persist"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
