import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail has a file of its own, which hides its block in jail.conf(5).
///
/// ## Why
/// When a jail is started by name, rc.d/jail takes `/etc/jail.NAME.conf` or
/// `/etc/jail.conf.d/NAME.conf` where one exists, and reads nothing else
/// (libexec/rc/rc.d/jail, parse_options).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// jail_list="www"
/// == /etc/jail.www.conf
/// www { path = "/jails/www"; persist; }
/// == /etc/jail.conf
/// www { path = "/jails/web"; persist; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// # www stands in a file of its own
/// ```
///
/// ## Ways out
/// - Remove one of the two.
///
/// ## Ignore it when
/// The block is kept for starting all jails without `jail_list`.
enum JailBlockShadowed: Rule {
  static let name: RuleName = "jail-block-shadowed"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let block = JailBlock(at: place, host),
      let jail = finding.jails.first, let own = finding.places.last?.place.path
    else { return [] }
    return [
      Fix(
        spoken("remove the block of jail \(jail) from \(place.path)"),
        meaning: spoken("jail \(jail) is started from \(own), as now"), .review,
        making: [block.removal])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let listed = host.forecast.variables.text("jail_list").split { " \t\n".contains($0) }
    guard !listed.isEmpty else { return [] }
    let main = host.forecast.variables.text("jail_conf")
    let path = main.isEmpty ? "/etc/jail.conf" : main
    guard let source = host.forecast.files.jailConf.first(where: { $0.file.path == path }) else {
      return []
    }
    let names = Set(listed.map(String.init))
    return source.tree.blocks.filter { $0.parent == nil && names.contains($0.name) }
      .compactMap { block in
        guard let definition = host.forecast.jail(named: block.name)?.definition,
          let own = host.written(definition.place), own.path != path
        else { return nil }
        return finding(
          spoken("\(own.path) hides the block of jail \(block.name)"),
          at: [
            FindingPlace(Place(path: path, span: block.nameSpan), spoken("not used")),
            FindingPlace(own, spoken("used")),
          ]
        )
        .with(effect: spoken("jail \(block.name) is started from \(own.path)"))
        .about(jails: [block.name])
      }
  }
}
