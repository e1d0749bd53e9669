import HostModel
import Phrases
import SourceText

/// A range of addresses gives none, or not all of them.
///
/// ## Why
/// rc(8) expands one part of an address from a low to a high number, and gives up without a word when
/// the high one comes first, or when there are two dashes; beyond `netif_ipexpand_max` addresses,
/// 2048 unless set, it stops with a warning (libexec/rc/network.subr, ifalias_expand_addr_inet).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.30-20/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20-30/32"
/// ```
///
/// ## Ways out
/// - Write the lower number first, and one range in each alias.
/// - Raise `netif_ipexpand_max` when so many are meant.
///
/// ## Ignore it when
/// Never: addresses are missing.
enum RangeUnusable: Rule {
  static let name: RuleName = "range-unusable"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let setting = ShellSetting(at: place, host),
      let word = host.file(at: place.path)?.text(place.span),
      let parts = WrittenRange(word, isReversed: true)
    else { return [] }
    return [
      Fix(
        spoken("write \(parts.turned) in place of \(word)"),
        meaning: spoken("all addresses of the range are set from the next boot on"), .review,
        making: setting.replacing(word, with: parts.turned))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard !host.rangeAliases.isEmpty else { return [] }
    let limit = Int(host.forecast.variables.text("netif_ipexpand_max")) ?? 2048
    return host.rangeAliases.compactMap { interface, alias in
      guard let family = alias.family, alias.value.unknown == nil,
        let range = range(in: alias.value.text),
        let place = host.written(alias.value.origin.place),
        isApplied(family, interface, host)
      else { return nil }
      let count = host.netifStepsByPlace[place]?.count ?? 0
      guard count == 0 || count > limit else { return nil }
      let what = count == 0 ? spoken("gives no address") : spoken("is cut after \(count) addresses")
      return finding(
        spoken("\(range) of \(alias.name) \(what)"),
        at: [FindingPlace(host.narrow(place, to: range))]
      )
      .with(
        effect: spoken(
          "\(interface) is without \(count == 0 ? spoken("them") : spoken("the rest"))"))
    }
  }

  private static func range(in text: String) -> String? {
    let words = shellWords(text).dropFirst()
    return words.first { word in
      zip(word, word.dropFirst()).contains { $0.isHexDigit && $1 == "-" }
        && word.contains { $0 == "." || $0 == ":" }
    }
  }

  /// Aliases of a family are looked at at all, on an interface that is there.
  private static func isApplied(
    _ family: AliasSetting.Family, _ interface: String, _ host: ExaminedHost
  ) -> Bool {
    let settings = host.forecast.settings
    let isThere = host.forecast.interfacesAfterNetif.contains {
      InterfaceSettings.variableName($0.interface.name) == interface
    }
    return isThere
      && (family == .inet || interface == "lo0"
        || !settings.arguments(interface, suffix: "_ipv6").isEmpty)
  }
}
