import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail is defined, its service runs at boot, and nothing starts it.
///
/// ## Why
/// With `jail_list` only the named jails are started, and those they depend on. Without it only those
/// of jail.conf(5) itself: files in `/etc/jail.conf.d` must be included or named in the list
/// (libexec/rc/rc.d/jail, jail_start and parse_options), and jails of `jail_NAME_` variables must be
/// named there.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { }
/// == /etc/jail.conf.d/git.conf
/// git { path = "/jails/git"; persist; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { }
/// .include "/etc/jail.conf.d/*.conf";
/// ```
///
/// ## Ways out
/// - Add the jail's name to `jail_list`.
/// - Include its file from jail.conf(5) by a line `.include "/etc/jail.conf.d/*.conf";` (14.0 and later).
///
/// ## Ignore it when
/// The jail is started by hand.
enum JailNeverStarted: Rule {
  static let name: RuleName = "jail-never-started"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let definition = jail.definition else { return [] }
    let isListed = !host.forecast.variables.text("jail_list").isEmpty
    let hasOthers = host.forecast.jails.contains { $0.state != .notStarted }
    let listed = Fix(
      spoken("add \(jail.name) to jail_list"),
      meaning: spoken("the next boot starts jail \(jail.name)"), .review,
      making: isListed || !hasOthers ? host.adding(jail.name, to: "jail_list") : nil)
    let folder = "/etc/jail.conf.d/"
    let main = host.file(at: "/etc/jail.conf")
    guard host.traits.jailConfGrammar == .nested, !isListed, let main,
      definition.place?.path.hasPrefix(folder) == true
    else { return [listed].compactMap { $0 } }
    let line = ".include \"\(folder)*.conf\";\(main.lineEnd)"
    let start = main.bytes.last.map { $0 == 10 } ?? true ? "" : main.lineEnd
    let included = Fix(
      spoken("include \(folder)*.conf from \(main.path)"),
      meaning: spoken("the next boot starts all jails of the folder"), .review,
      making: [.insert(start + line, at: main.bytes.count, in: main.path)])
    return [included, listed].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard case .yes = YesNo(host.forecast.variables.text("jail_enable")),
      host.forecast.aborted == nil
    else { return [] }
    let list = host.forecast.variables["jail_list"]
    let isListed = list.map { !$0.text.isEmpty } ?? false
    let broken = Set(host.forecast.files.problems.map(\.path))
    return host.forecast.jails.filter { $0.state == .notStarted }.compactMap { jail in
      guard let definition = jail.definition,
        definition.kind == .jailConf || definition.kind == .variables, !jail.isRefused,
        !broken.contains(definition.place?.path ?? "")
      else { return nil }
      return finding(
        spoken("jail \(jail.name) is never started: \(reason(definition, isListed))"),
        at: [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) }
          + [isListed ? host.written(list?.origin.place) : nil].compactMap { $0 }
          .map { FindingPlace($0, spoken("not in it")) }
      )
      .with(effect: spoken("jail \(jail.name) is missing after the boot"))
      .about(jails: [jail.name])
    }
  }

  private static func reason(_ definition: JailDefinition, _ isListed: Bool) -> String {
    if isListed { return spoken("jail_list leaves it out") }
    if definition.kind == .variables {
      return spoken("its variables are read only for names in jail_list")
    }
    return spoken("nothing reads \(definition.place?.path ?? spoken("its file"))")
  }
}
