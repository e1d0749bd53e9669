import HostModel
import Phrases
import SourceText

/// A range of addresses stands where rc(8) expands none.
///
/// ## Why
/// Only aliases are expanded (libexec/rc/network.subr, ifalias_expand_addr): `ifconfig_IF` and
/// `ifconfig_IF_ipv6` go to ifconfig(8) as they are written, which knows no ranges.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10-12/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.11-12/32"
/// ```
///
/// ## Ways out
/// - Set the first address by `ifconfig_IF`, and the others by a range in an alias.
/// - Move the whole range into `ifconfig_IF_aliases`: of IPv4 its first address gets the length and
///   the others /32, of IPv6 all get the length.
///
/// ## Ignore it when
/// Never: the interface has none of these addresses.
enum RangeOutsideAlias: NetifFailureRule {
  static let name: RuleName = "range-outside-alias"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let step = finding.step.map({ host.forecast.step($0) }),
      let word = NetifFault(step)?.text,
      let setting = ShellSetting(at: finding.places.first?.place, host),
      let range = setting.text.map(shellWords)?.first(where: {
        $0.hasPrefix(word)
      }), let parts = WrittenRange(String(range)), let interface = step.interface,
      step.argv.count > 2
    else { return [] }
    let name = host.freeAlias(of: interface)
    let edits = setting.replacing(String(range), with: parts.first)
    return [
      Fix(
        spoken("keep \(parts.first) in \(setting.name), and move the others to \(name)"),
        meaning: spoken("all addresses of the range are set from the next boot on"), .safe,
        making: edits.flatMap { edits in
          setting.followed(by: name, "\(step.argv[2]) \(parts.others)").map { edits + [$0] }
        })
    ].compactMap { $0 }
  }

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    guard case .range(let word)? = failure.fault else { return nil }
    return finding(
      spoken("\(word) is a range, and only aliases may have one"), atWord: word, of: failure, host
    )
    .with(effect: spoken("\(failure.interface) has none of these addresses"))
  }
}
