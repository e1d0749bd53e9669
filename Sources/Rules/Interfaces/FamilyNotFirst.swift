import HostModel
import Phrases
import SourceText

/// The word inet or inet6 is not the first one of an interface's setting.
///
/// ## Why
/// ifconfig(8) takes the family only directly behind the interface's name
/// (sbin/ifconfig/ifconfig.c, main). Anywhere else it is read as a host name, which is a bad value,
/// and the address behind it is never set.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="up inet 192.0.2.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24 up"
/// ```
///
/// ## Ways out
/// - Put `inet` or `inet6` first and other words such as `up` or `mtu 9000` behind the address.
/// - Two families in one setting: keep IPv4, and move IPv6 to `ifconfig_IF_ipv6`.
///
/// ## Ignore it when
/// Never: the interface is without the address.
enum FamilyNotFirst: NetifFailureRule {
  static let name: RuleName = "family-not-first"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host), let text = setting.text
    else { return [] }
    let words = shellWords(text)
    let families = words.indices.filter { words[$0] == "inet" || words[$0] == "inet6" }
    if families.count == 1, let start = families.first, start > 0 {
      let moved = words[start...] + words[..<start]
      return [
        Fix(
          spoken("put \(words[start]) first in \(setting.name)"),
          meaning: spoken("the address is set from the next boot on"), .safe,
          making: setting.with(moved.joined(separator: " ")))
      ].compactMap { $0 }
    }
    let other = "\(setting.name)_ipv6"
    guard families.count == 2, families[0] == 0, words[families[1]] == "inet6",
      host.forecast.variables[other] == nil, AliasSetting.number(in: setting.name) == nil,
      let edits = setting.with(words[..<families[1]].joined(separator: " ")),
      let line = setting.followed(by: other, words[families[1]...].joined(separator: " "))
    else { return [] }
    return [
      Fix(
        spoken("move \(words[families[1]...].joined(separator: " ")) to \(other)"),
        meaning: spoken(
          "IPv6 is configured on the interface, and all its inet6 aliases are applied"),
        .review, making: edits + [line])
    ].compactMap { $0 }
  }

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    guard case .lateFamily(let word)? = failure.fault,
      let index = failure.step.argv.lastIndex(of: word)
    else { return nil }
    let behind = failure.step.argv.dropFirst(index + 1).first
    let found = finding(
      spoken("\(word) is not the first word of the setting of \(failure.interface)"),
      atWord: ([word] + [behind].compactMap { $0 }).joined(separator: " "), of: failure, host)
    return behind.map { found.with(effect: spoken("\(failure.interface) is without \($0)")) }
      ?? found
  }
}
