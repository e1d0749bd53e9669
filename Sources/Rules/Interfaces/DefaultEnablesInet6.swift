import HostModel
import Phrases
import SourceText

/// `ifconfig_DEFAULT` is what makes rc(8) apply inet6 aliases.
///
/// ## Why
/// rc(8) takes `ifconfig_DEFAULT` also where `ifconfig_IF_ipv6` is not set (libexec/rc/network.subr,
/// _ifconfig_getargs), whatever it holds. So IPv6 counts as configured on every interface, and inet6
/// aliases are applied. Without the variable they are skipped, and jails lose their addresses, or
/// begin to start where they conflicted.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_DEFAULT="DHCP"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_DEFAULT="DHCP"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 auto_linklocal"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// ```
///
/// ## Ways out
/// - Set `ifconfig_IF_ipv6` for the interface, too: then the aliases depend on nothing else.
///
/// ## Ignore it when
/// The variable stays as it is.
enum DefaultEnablesInet6: Rule {
  static let name: RuleName = "default-enables-inet6"
  static let severity = Severity.info
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let alias = ShellSetting(at: finding.places.first?.place, host)
    let name = host.forecast.interfacesAfterNetif.map(\.interface.name).first {
      alias?.name.hasPrefix("ifconfig_\(InterfaceSettings.variableName($0))_alias") == true
    }
    guard let name else { return [] }
    return [
      Fix(
        spoken(
          "set ifconfig_\(InterfaceSettings.variableName(name))_ipv6 to \"inet6 auto_linklocal\""),
        meaning: spoken("the aliases no longer depend on ifconfig_DEFAULT"), .review,
        making: host.enablingInet6(on: name).map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let variables = host.forecast.variables
    guard let value = variables["ifconfig_DEFAULT"], !value.text.isEmpty,
      let place = host.written(value.origin.place)
    else { return [] }
    return host.aliasLists.compactMap { interface, aliases in
      guard variables["ifconfig_\(interface)_ipv6"] == nil, interface != "lo0",
        variables["ipv6_prefix_\(interface)"] == nil,
        let alias = aliases.first(where: { $0.family == .inet6 }),
        let used = host.written(alias.value.origin.place), host.netifStepsByPlace[used] != nil
      else { return nil }
      return finding(
        spoken("inet6 aliases of \(interface) are applied for ifconfig_DEFAULT alone"),
        at: [FindingPlace(used), FindingPlace(place, spoken("what enables it"))])
    }
  }
}
