import HostModel
import Phrases
import SourceText

/// `jail_list` has a name with a dot or a slash, which rc.d/jail turns into an underscore.
///
/// ## Why
/// rc.d/jail replaces both before it looks for the jail (libexec/rc/rc.d/jail, jail_start), so
/// `outer.inner` is looked for as `outer_inner`, and not found.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www.example"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { children.max = 1; }
/// www.example { }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { children.max = 1; }
/// www.example { }
/// ```
///
/// ## Ways out
/// - Leave `jail_list` empty: then all jails of the file are started under their own names.
/// - Give the jail a name without dots.
///
/// ## Ignore it when
/// A jail with the underscore is meant.
enum JailNameChangedByRC: Rule {
  static let name: RuleName = "jail-name-changed-by-rc"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let list = ShellSetting(of: "jail_list", host) else { return [] }
    return [
      Fix(
        spoken("empty jail_list"),
        meaning: spoken("every jail of jail.conf(5) is started under its own name"),
        .review,
        making: list.with(""))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard let list = host.forecast.variables["jail_list"],
      let place = host.written(list.origin.place)
    else { return [] }
    let names = list.text.split { " \t\n".contains($0) }
      .filter { $0.contains(".") || $0.contains("/") }
    return names.map { name in
      let other = String(name.map { "./".contains($0) ? "_" : $0 })
      return finding(
        spoken("rc.d/jail looks for \(name) of jail_list as \(other)"),
        at: [FindingPlace(host.narrow(place, to: String(name)))]
      )
      .with(effect: spoken("jail \(name) is not started"))
      .about(jails: [String(name)])
    }
  }
}
