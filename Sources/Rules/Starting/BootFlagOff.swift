import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail's manager starts its jails at boot and leaves this one out.
///
/// ## Why
/// Jail managers have a switch of their own beside the variable of rc.conf(5): `boot` of Bastille and
/// iocage, `pot.attr.start-at-boot` of pot, `astart` of CBSD, a file of AppJail, or a list in
/// rc.conf(5). A jail that was started by hand for months is missing after the next boot.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// bastille_enable="YES"
/// == /usr/local/bastille/jails/www/jail.conf
/// www {
///   path = /usr/local/bastille/jails/www/root;
///   exec.start = '/bin/sh /etc/rc';
///   ip4.addr = em0|192.0.2.31;
/// }
/// == /usr/local/bastille/jails/www/settings.conf
/// boot="off"
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/bastille/jails/www/settings.conf
/// boot="on"
/// ```
///
/// ## Ways out
/// - Switch it on: the next boot starts the jail.
/// - Start it by hand.
///
/// ## Ignore it when
/// The jail is to stay off.
enum BootFlagOff: Rule {
  static let name: RuleName = "boot-flag-off"
  static let severity = Severity.info
  static let reach = Reach.jail

  private static let opposites = ["off": "on", "no": "yes", "NO": "YES", "0": "1"]

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding) else { return [] }
    switch jail.definition?.kind {
    case .cbsd where jail.name.isPlain:
      return [
        .manual(
          spoken("let the boot start jail \(jail.name)"),
          because: spoken("CBSD's database is for CBSD to write"),
          commands: ["cbsd jset jname=\(jail.name) astart=1"])
      ]
    case .appjail where jail.name.isPlain:
      return [
        .manual(
          spoken("let the boot start jail \(jail.name)"),
          because: spoken("a file that is there is the switch"),
          commands: ["appjail jail boot on \(jail.name)"])
      ]
    default: break
    }
    return [
      Fix(
        spoken("let the boot start jail \(jail.name)"),
        meaning: spoken("the next boot starts jail \(jail.name)"), .review,
        making: switchingOn(jail, host).map { [$0] })
    ].compactMap { $0 }
  }

  private static func switchingOn(_ jail: JailForecast, _ host: ExaminedHost) -> PlacedEdit? {
    if let kind = jail.definition?.kind, kind == .iocage || kind == .libioc {
      // what is off may be a default for all jails
      guard let file = jail.definition?.file.flatMap({ host.file(at: $0) }) else { return nil }
      return JSONSettings(file.bytes).map {
        PlacedEdit(path: file.path, edit: $0.set("boot", to: kind == .iocage ? "1" : "\"yes\""))
      }
    }
    guard let place = host.written(host.forecast.bootSwitches[jail.name]?.place),
      let text = host.file(at: place.path)?.text(place.span), let opposite = opposites[text]
    else { return nil }
    return .replace(place, with: opposite)
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let switches = host.forecast.bootSwitches
    guard !switches.isEmpty, host.forecast.aborted == nil else { return [] }
    return host.forecast.jails.compactMap { jail in
      guard jail.state == .notStarted, let off = switches[jail.name],
        let kind = jail.definition?.kind,
        case .yes = YesNo(host.forecast.variables.text(kind.enableVariable))
      else { return nil }
      let place = host.written(off.place) ?? host.place(of: jail)
      return finding(
        spoken("jail \(jail.name) is left out of the boot: \(off.text)"),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
      )
      .with(effect: spoken("jail \(jail.name) is missing after the boot"))
      .about(jails: [jail.name])
    }
  }
}
