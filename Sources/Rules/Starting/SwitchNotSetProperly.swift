import HostModel
import Phrases
import SourceText

/// A switch that starts the network or jails is neither on nor off.
///
/// ## Why
/// rc.subr takes YES, TRUE, ON and 1, and their contraries, in any case; anything else is off, with a
/// warning on the console (libexec/rc/rc.subr, checkyesno). A stray carriage return is enough.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YSE"
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Write YES or NO.
///
/// ## Ignore it when
/// Never.
enum SwitchNotSetProperly: Rule {
  static let name: RuleName = "switch-not-set-properly"
  static let severity = Severity.warning
  static let reach = Reach.file

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host), let text = setting.text
    else { return [] }
    let isNo = closest(to: text.uppercased(), among: ["YES", "NO"]) == "NO"
    return (isNo ? ["NO", "YES"] : ["YES", "NO"]).compactMap { word in
      Fix(
        spoken("set \(setting.name) to \(word)"),
        meaning: word == "YES"
          ? spoken("the service runs at the next boot") : spoken("the service stays off, as now"),
        .review, making: setting.with(word))
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let effects = [
      ("netif_enable", spoken("no interface is configured")),
      ("jail_enable", spoken("the next boot starts no jail")),
      ("ezjail_enable", spoken("the next boot starts no jail of ezjail")),
    ]
    return effects.compactMap { name, effect in
      guard let value = host.forecast.variables[name], let place = host.written(value.origin.place),
        value.unknown == nil, case .improper = YesNo(value.text)
      else { return nil }
      return finding(
        spoken("\(name) is neither on nor off: \"\(value.text)\""), at: [FindingPlace(place)]
      )
      .with(effect: effect)
    }
  }
}
