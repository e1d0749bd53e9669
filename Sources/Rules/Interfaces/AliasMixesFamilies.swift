import HostModel
import Phrases
import SourceText

/// A numbered alias has addresses of two families.
///
/// ## Why
/// rc(8) reads the aliases once for each family and takes a numbered one for the family of its first
/// word alone (libexec/rc/network.subr, ifalias_af_common). The others are dropped without a word.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet 192.0.2.20/32 inet6 2001:db8::20/64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet 192.0.2.20/32"
/// ifconfig_em0_alias1="inet6 2001:db8::20/64"
/// ```
///
/// ## Ways out
/// - Give each address an alias of its own.
/// - Use `ifconfig_IF_aliases`, which may mix families.
///
/// ## Ignore it when
/// Never: an address is missing.
enum AliasMixesFamilies: Rule {
  static let name: RuleName = "alias-mixes-families"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let setting = ShellSetting(at: place, host),
      let interface = interface(of: setting, host), let text = setting.text
    else { return [] }
    let words = shellWords(text)
    let other = words.dropFirst().firstIndex {
      $0 != words[0] && AliasSetting.Family(rawValue: $0) != nil
    }
    guard let other else { return [] }
    let name = host.freeAlias(of: interface)
    let moved = words[other...].joined(separator: " ")
    let edits = setting.with(words[..<other].joined(separator: " "))
    return [
      Fix(
        spoken("move \(moved) to \(name)"),
        meaning: spoken("both addresses are set from the next boot on"), .safe,
        making: edits.flatMap { edits in
          setting.followed(by: name, moved).map { edits + [$0] }
        }, commands: ["ifconfig \(interface) \(moved) alias"])
    ].compactMap { $0 }
  }

  private static func interface(of setting: ShellSetting, _ host: ExaminedHost) -> String? {
    let present = host.forecast.interfacesAfterNetif.map(\.interface.name)
    return present.first {
      setting.name.hasPrefix("ifconfig_\(InterfaceSettings.variableName($0))_alias")
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.aliasLists.flatMap { interface, aliases in
      aliases.indices.compactMap { index -> Finding? in
        guard aliases[index].survey.hasLaterKeyword,
          aliases[index].text.contains("inet", behind: "inet".utf8.count)
        else { return nil }
        let alias = aliases[index]
        guard let family = alias.family, alias.value.unknown == nil,
          let place = host.written(alias.value.origin.place)
        else { return nil }
        let words = shellWords(alias.value.text)
        let other = words.dropFirst().firstIndex {
          $0 != family.rawValue && AliasSetting.Family(rawValue: $0) != nil
        }
        guard let other, other + 1 < words.count else { return nil }
        let lost = "\(words[other]) \(words[other + 1])"
        return finding(
          spoken("\(alias.name) is for \(family.rawValue), and \(lost) in it is dropped"),
          at: [FindingPlace(host.narrow(place, to: lost))]
        )
        .with(effect: spoken("\(interface) is without \(words[other + 1])"))
      }
    }
  }
}
