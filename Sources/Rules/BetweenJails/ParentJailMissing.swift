import HostModel
import Phrases
import SourceText

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
/// - Take the dots out of the name, and set `host.hostname` to the full one. With underscores in
///   their place the jail has the name that rc.d/jail makes of its entry in `jail_list`.
/// - Define the outer jail, with `children.max`. What it is to be no file tells.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ParentJailMissing: FailureRule {
  static let name: RuleName = "parent-jail-missing"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host) else {
      return []
    }
    let new = jail.name.replacing(".", with: "_")
    guard host.file(at: block.name.path)?.text(block.name.span) == jail.name,
      host.forecast.jail(named: new) == nil
    else { return [] }
    let additions = block.adding(kept(by: jail, block))
    return [
      Fix(
        spoken("call jail \(jail.name) \(new)"),
        meaning: spoken("it is a jail of the host by that name, with the host name it had"),
        .review,
        making: [.replace(block.name, with: new)] + [additions].compactMap { $0 })
    ].compactMap { $0 }
  }

  /// What is made of the name where the block doesn't say it, and is to stay as it is.
  private static func kept(by jail: JailForecast, _ block: JailBlock) -> [String] {
    let names: [(String, ParameterID)] = [("path", .path), ("host.hostname", .hostname)]
    return names.compactMap { name, id in
      let value = jail.definition?.values(id).last?.text ?? (id == .hostname ? jail.name : "")
      guard block.statement(name) == nil, value.contains(jail.name), value.isPlain else {
        return nil
      }
      return "\(name) = \"\(value)\";"
    }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix("\" not found"), let parent = failure.quoted,
      failure.error == "jail \"\(parent)\" not found"
    else { return nil }
    return finding(
      spoken("jail \(failure.jail.name) is to be created in jail \(parent), which does not run"),
      at: [host.place(of: failure.jail)].compactMap { $0 }.map { FindingPlace($0) }, of: failure,
      host)
  }
}
