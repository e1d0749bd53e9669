import HostModel
import Phrases

/// An interface gets its address from DHCP and carries further addresses.
///
/// ## Why
/// dhclient-script(8) sets a new lease without the word alias, which replaces the first IPv4 address
/// of the interface, whichever that is by then (sbin/dhclient/dhclient-script; sys/netinet/in.c).
/// Aliases and jails' addresses can vanish when the lease is renewed.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="DHCP"
/// ifconfig_em0_alias0="inet 192.0.2.31/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_em0="DHCP"
/// ifconfig_lo1="inet 192.0.2.31/32"
/// ```
///
/// ## Ways out
/// - Give the interface a static address.
/// - Put the others on a cloned lo1, and let the firewall translate.
/// - Set SYNCDHCP: then at least the lease is there before anything else starts.
///
/// ## Ignore it when
/// The lease never changes.
enum DhcpWithStaticAddresses: Rule {
  static let name: RuleName = "dhcp-with-static-addresses"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.interfaces.compactMap { entry in
      let name = entry.interface.name
      let setting = host.forecast.settings.arguments(name)
      // ifconfig_DEFAULT may ask for DHCP on interfaces that never get a lease, such as lo0
      guard !entry.interface.unknownAddresses.isEmpty,
        InterfaceSettings.has(["DHCP", "SYNCDHCP", "NOSYNCDHCP"], in: setting)
      else { return nil }
      let others = entry.addresses.filter { $0.address.family == .inet }
      guard let first = others.first else { return nil }
      let setter = host.forecast.steps.last { step in
        step.effects.contains { $0.settingKey == AddressKey(first) }
      }
      let place = setter.flatMap { host.place(of: $0, spelling: first.address) }
      let lease = setting.places.compactMap { host.written($0) }
      return finding(
        spoken("\(name) gets its address from DHCP and carries \(first.address)")
          + (others.count > 1 ? spoken(" and \(others.count - 1) more") : ""),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
          + lease.map { FindingPlace($0, "DHCP") }
      )
      .with(effect: spoken("a new lease can take \(first.address) off \(name)"))
      .depending(on: .liveState(spoken("what the lease says")))
      .about(jails: [setter?.jail].compactMap { $0 }, addresses: others.map(\.address))
    }
  }
}
