import HostModel
import Phrases
import SourceText

/// `ifconfig_IF_ipv6` begins with an address, not with the word inet6.
///
/// ## Why
/// rc(8) puts the word there and warns at every boot (libexec/rc/network.subr, ifconfig_up). An
/// address works; in an alias the same slip costs it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="2001:db8::1 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ```
///
/// ## Ways out
/// - Begin the value with `inet6 `.
///
/// ## Ignore it when
/// Never: it costs one word to put right.
enum Inet6KeywordMissing: Rule {
  static let name: RuleName = "inet6-keyword-missing"
  static let severity = Severity.warning
  static let reach = Reach.style

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host) else { return [] }
    return [
      Fix(
        spoken("begin \(setting.name) with \"inet6 \""),
        meaning: spoken("the address is set as now, without the warning"), .safe,
        making: setting.beginning(with: "inet6 "))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let settings = host.forecast.settings
    return settings.plainNames.compactMap { name in
      guard name.hasPrefix("ifconfig_"), name.hasSuffix("_ipv6"),
        let value = settings.variables[name], let place = host.written(value.origin.place),
        let word = shellWords(value.text).first,
        word.contains(":"), word.first == ":" || word.first?.isHexDigit == true
      else { return nil }
      return finding(spoken("\(name) does not begin with \"inet6 \""), at: [FindingPlace(place)])
        .with(effect: spoken("a warning at every boot; the address comes up"))
    }
  }
}
