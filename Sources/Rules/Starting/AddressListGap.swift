import HostModel
import Phrases
import SourceText

/// The numbers of a jail's further address lists have a gap.
///
/// ## Why
/// rc.d/jail counts `jail_NAME_ip_multi0`, `_multi1` and so on and stops at the first that is not set
/// (libexec/rc/rc.d/jail, parse_options); `jail_NAME_ip` itself must be set, too.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_hostname="www.example.org"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="em0|192.0.2.31"
/// jail_www_ip_multi1="em0|192.0.2.32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_hostname="www.example.org"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="em0|192.0.2.31"
/// jail_www_ip_multi0="em0|192.0.2.32"
/// ```
///
/// ## Ways out
/// - Number the lists from 0 without a gap.
/// - Put all addresses into `jail_NAME_ip`, with commas between.
///
/// ## Ignore it when
/// The rest is switched off on purpose.
enum AddressListGap: Rule {
  static let name: RuleName = "address-list-gap"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      let free = finding.subject
    else { return [] }
    return [
      Fix(
        spoken("rename \(setting.name) to \(free)"),
        meaning: spoken(
          "jail \(finding.jails.first ?? "") has its addresses, too; those that name an "
            + "interface come and go with it"), .safe, making: setting.renamed(to: free))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let lists = host.legacy.addressLists
    guard lists.contains(where: { $0.number != nil }) else { return [] }
    let byJail = Dictionary(grouping: lists, by: \.key)
    return byJail.sorted { $0.key < $1.key }.flatMap { jail, lists in
      let numbers = Set(lists.compactMap(\.number))
      let hasFirst = lists.contains { $0.number == nil && !$0.setting.text.isEmpty }
      let read = hasFirst ? (0...).first { !numbers.contains($0) } ?? 0 : 0
      let free = hasFirst ? "jail_\(jail)_ip_multi\(read)" : "jail_\(jail)_ip"
      return lists.filter { ($0.number ?? -1) >= read }.map { list in
        finding(
          spoken("\(list.setting.name) is never read: \(free) is not set"),
          at: [FindingPlace(list.setting.place)]
        )
        .with(effect: spoken("jail \(jail) is without \(list.setting.text)"))
        .about(jails: [jail])
        .with(subject: free)
      }
    }
  }
}
