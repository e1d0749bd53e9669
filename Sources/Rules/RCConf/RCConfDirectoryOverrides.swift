import HostModel
import Phrases
import SourceText

/// A file in rc.conf.d sets a variable that rc.conf(5) sets, too.
///
/// ## Why
/// Files of `/etc/rc.conf.d` are read for one service each, after rc.conf(5), and win there
/// (libexec/rc/rc.subr, load_rc_config). Other services, and a person who looks into rc.conf(5), see
/// the other value. Interfaces are configured by `network` and `netif`, jails by `jail`.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="NO"
/// == /etc/rc.conf.d/jail
/// jail_enable="YES"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// hostname="host.example.org"
/// == /etc/rc.conf.d/jail
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Keep the variable in one of the two files.
///
/// ## Ignore it when
/// The file is there to override.
enum RCConfDirectoryOverrides: Rule {
  static let name: RuleName = "rc-conf-directory-overrides"
  static let severity = Severity.info
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    finding.places.reversed().compactMap { place in
      guard let setting = ShellSetting(at: place.place, host) else { return nil }
      return Fix(
        spoken("remove \(setting.name) from \(place.place.path)"),
        meaning: place.note == spoken("overridden")
          ? spoken("the service has it as now, and nothing else has it")
          : spoken("the service has it as all others"), .review,
        making: setting.removal.map { [$0] })
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.variables.overwritten.compactMap { change in
      guard change.old.text != change.new.text, let old = host.written(change.old.origin.place),
        let new = host.written(change.new.origin.place), new.path.contains("/rc.conf.d/")
      else { return nil }
      return finding(
        spoken("\(change.name) of \(old.path) is overridden for one service"),
        at: [
          FindingPlace(new, spoken("what counts there")), FindingPlace(old, spoken("overridden")),
        ]
      )
      .with(effect: spoken("\(change.name) is \"\(change.new.text)\" there"))
    }
  }
}
