import HostModel
import Phrases
import SourceText

/// An alias without a value hides all that follow.
///
/// ## Why
/// rc(8) goes through the numbered aliases that exist, whatever numbers are missing, and stops at the
/// first that is set to nothing (libexec/rc/network.subr, ifalias_af_common). A gap in the numbers is
/// harmless, though rc.conf(5) and the handbook say otherwise.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0=""
/// ifconfig_em0_alias1="inet 192.0.2.21/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias1="inet 192.0.2.21/32"
/// ```
///
/// ## Ways out
/// - Delete the line; the others need no new numbers.
///
/// ## Ignore it when
/// The rest is switched off on purpose.
enum EmptyAliasEndsList: Rule {
  static let name: RuleName = "empty-alias-ends-list"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host) else { return [] }
    return [
      Fix(
        spoken("remove the empty \(setting.name)"),
        meaning: spoken("the aliases behind it are set from the next boot on"), .safe,
        making: setting.removal.map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.aliasLists.compactMap { interface, aliases in
      guard let end = aliases.firstIndex(where: { $0.survey.isEmpty }),
        aliases[end].value.unknown == nil,
        let place = host.written(aliases[end].value.origin.place)
      else { return nil }
      let hidden = aliases[(end + 1)...].filter { !$0.survey.isEmpty }
      guard let first = hidden.first else { return nil }
      let more = hidden.count > 1 ? spoken(" and \(hidden.count - 1) more") : ""
      return finding(
        spoken("\(aliases[end].name) is empty and hides \(first.name)\(more)"),
        at: [FindingPlace(place)]
          + hidden.prefix(1).compactMap { host.written($0.value.origin.place) }
          .map { FindingPlace($0, spoken("not set")) }
      )
      .with(
        effect: spoken("\(interface) is without ")
          + (hidden.count == 1 ? spoken("an address") : spoken("\(hidden.count) addresses")))
    }
  }
}
