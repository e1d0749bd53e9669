import HostModel
import Phrases
import SourceText

/// A setting has a word that ifconfig(8) takes for an address that it can't read.
///
/// ## Why
/// What is no keyword of ifconfig(8) must be an address or a host name that resolves
/// (sbin/ifconfig/ifconfig.c, ifconfig). At boot no name resolves. The address of the same setting is
/// set last, so it is lost with the bad word.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24 ups"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24 up"
/// ```
///
/// ## Ways out
/// - Correct the word, or remove it.
/// - An IPv6 address needs `inet6` as the first word of its setting, an IPv4 address `inet`.
///
/// ## Ignore it when
/// The word is one of a newer ifconfig(8) than jailscope knows; say so, please.
enum IfconfigWordUnknown: NetifFailureRule {
  static let name: RuleName = "ifconfig-word-unknown"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let step = finding.step.map({ host.forecast.step($0) }),
      let setting = ShellSetting(at: finding.places.first?.place, host),
      let word = NetifFault(step)?.text
    else { return [] }
    if word.contains(":"), IPAddress(word.prefix { $0 != "/" })?.family == .inet6 {
      return [
        Fix(
          spoken("write inet6 in place of inet in \(setting.name)"),
          meaning: spoken("the address is set as what it is"),
          .review, making: setting.replacing("inet", with: "inet6"))
      ].compactMap { $0 }
    }
    guard word.first?.isNumber == false else { return [] }
    let corrected = closest(to: word, among: ifconfigWords).flatMap { other in
      Fix(
        spoken("write \(other) in place of \(word) in \(setting.name)"),
        meaning: spoken("the whole setting is applied"), .review,
        making: setting.replacing(word, with: other))
    }
    let removed = Fix(
      spoken("remove \(word) from \(setting.name)"),
      meaning: spoken("the rest of the setting is applied"), .review,
      making: setting.removing(word))
    return [corrected, removed].compactMap { $0 }
  }

  /// The words of ifconfig(8) that settings have most often.
  private static let ifconfigWords = [
    "up", "down", "mtu", "inet", "inet6", "netmask", "prefixlen", "broadcast", "alias", "media",
    "mediaopt", "addm", "vlan", "vlandev", "lladdr", "ether", "accept_rtadv", "auto_linklocal",
    "no_dad", "promisc", "description", "polling", "rxcsum", "-rxcsum", "txcsum", "-txcsum", "tso",
    "-tso", "lro", "-lro", "vhid", "advskew", "pass", "laggproto", "laggport", "group", "fib",
  ]

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    switch failure.fault {
    case .argumentMissing(let word)?:
      return finding(
        spoken("nothing stands behind \(word) in the setting of \(failure.interface)"),
        atWord: word,
        of: failure, host)
    case .word(let word)?:
      // an alias without its family has another finding
      guard failure.step.sources.allSatisfy({ host.unclearAliases[$0] == nil }) else { return nil }
      let isAddress = word.first?.isNumber == true || word.contains(":")
      let what =
        isAddress ? spoken("is no address of its family") : spoken("is no word of ifconfig(8)")
      return finding(
        spoken("\(word) in the setting of \(failure.interface) \(what)"), atWord: word, of: failure,
        host)
    default: return nil
    }
  }
}
