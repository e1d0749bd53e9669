import HostModel
import Phrases
import SourceText

/// An alias does not begin with the word inet or inet6 and one blank.
///
/// ## Why
/// rc(8) tells an alias's family by its first word and takes every other alias for IPv4
/// (libexec/rc/network.subr, ifalias_af_common). An IPv6 address then goes to ifconfig(8) as
/// `inet`, and fails; so does `INET` in capitals. A blank in front, or a tab behind the word on older
/// releases, hides the word, too. For IPv4 the address comes up nevertheless, with a warning on the
/// console.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="2001:db8::3 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// ```
///
/// ## Ways out
/// - Begin the value with `inet ` or `inet6 `, in small letters, with one blank behind.
///
/// ## Ignore it when
/// Never: it costs one word to put right.
enum AliasWithoutFamily: Rule {
  static let name: RuleName = "alias-without-family"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let text = setting.text,
      let first = shellWords(text).first
    else { return [] }
    let family = wanted(text).filter { $0 != "\"" }
    let isKeyword = ["inet", "inet6"].contains(first.lowercased())
    let rest = text[first.endIndex...].drop(while: \.isWhitespace)
    guard isKeyword || IPAddress(first.prefix { $0 != "/" && $0 != "-" }) != nil else { return [] }
    return [
      Fix(
        spoken("begin \(setting.name) with \"\(family)\""),
        meaning: spoken("its address is set from the next boot on"), .safe,
        making: isKeyword ? setting.with(family + rest) : setting.beginning(with: family))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let aliases = host.unclearAliases
    return aliases.keys.sorted { ($0.path, $0.span.lower) < ($1.path, $1.span.lower) }
      .compactMap { place in aliases[place].flatMap { finding($0, at: place, &host) } }
  }

  private static func finding(
    _ alias: AliasSetting, at place: Place, _ host: inout ExaminedHost
  ) -> Finding? {
    let steps = host.netifStepsByPlace[place] ?? []
    let message = spoken("\(alias.name) does not begin with \(wanted(alias.value.text))")
    let places = [FindingPlace(place)]
    if let index = steps.first(where: { host.forecast.steps[$0].outcome == .failed }) {
      let failure = NetifFailure(index: index, step: host.forecast.steps[index])
      // a length that is wrong in any family has another finding
      guard case .word? = failure.fault else { return nil }
      return finding(message, at: places, of: failure, host)
    }
    let effect =
      steps.isEmpty
      ? spoken("the address is not set, and nothing says so")
      : spoken("the address is taken for IPv4, with a warning on the console")
    return finding(message, at: places, severity: .warning).with(effect: effect)
  }

  private static func wanted(_ text: String) -> String {
    switch shellWords(text).first?.lowercased() {
    case "inet": "\"inet \""
    case "inet6": "\"inet6 \""
    default: text.contains(":") ? "\"inet6 \"" : "\"inet \""
    }
  }
}
