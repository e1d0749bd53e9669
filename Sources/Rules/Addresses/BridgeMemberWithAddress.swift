import HostModel
import Phrases
import SourceText

/// An address is put on an interface that is a member of a bridge.
///
/// ## Why
/// A bridge and its members are one network, and its addresses belong on the bridge (if_bridge(4)).
/// From 15.0 on the kernel refuses an address on a member (sys/net/if_bridge.c; sysctl
/// net.link.bridge.member_ifaddrs) with `Invalid argument`, which looks like a prefix length
/// conflict.
///
/// ## Example
/// ```
/// == release: 15.0
/// == hardware: em0
/// == /etc/rc.conf
/// cloned_interfaces="bridge0"
/// ifconfig_bridge0="inet 192.0.2.10/24 addm em0"
/// ifconfig_em0="up"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31/32";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "bridge0|192.0.2.31/32";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put the address on the bridge; a jail that names it with the bridge takes it off at its stop.
/// - On 15 set net.link.bridge.member_ifaddrs=1 in sysctl.conf(5) until that is done.
///
/// ## Ignore it when
/// The host runs 14 or older and the member's address is used from the host alone.
enum BridgeMemberWithAddress: Rule {
  static let name: RuleName = "bridge-member-with-address"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let member = finding.step.flatMap { host.forecast.step($0).interface }
    let entry = host.forecast.interfaces.first { entry in
      member.map { entry.interface.name == $0 }
        ?? entry.addresses.contains { finding.addresses.contains($0.address) }
    }
    guard let entry, let bridge = entry.interface.bridge else { return [] }
    let title = spoken("put it on \(bridge)")
    if let jail = host.jail(of: finding) {
      return [
        Fix(
          title, meaning: spoken("stopping jail \(jail.name) takes the address off \(bridge)"),
          .review,
          making: host.exchanging(interface: entry.interface.name, of: jail, for: bridge))
      ].compactMap { $0 }
    }
    guard let setting = ShellSetting(at: finding.places.first?.place, host),
      AliasSetting.number(in: setting.name) != nil
    else { return [] }
    let name = host.freeAlias(of: bridge)
    return [
      Fix(
        spoken("\(title): rename \(setting.name) to \(name)"),
        meaning: spoken("the bridge has the address, and its member has none"), .review,
        making: setting.renamed(to: name))
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    refused(&host) + tolerated(host)
  }

  /// What 15 refuses.
  private static func refused(_ host: inout ExaminedHost) -> [Finding] {
    guard host.traits.refusesBridgeMemberAddresses else { return [] }
    let bridges = memberships(host)
    guard !bridges.isEmpty else { return [] }
    let jails = host.failures.compactMap { failure -> Finding? in
      guard let step = failure.addressStep(host.forecast), let name = step.interface,
        let bridge = bridges[name], step.message.hasSuffix("(SIOCAIFADDR): Invalid argument")
      else { return nil }
      return finding(
        spoken("jail \(failure.jail.name) puts an address on \(name), a member of \(bridge)"),
        at: host.places(of: step).map { FindingPlace($0) }, of: failure, host
      )
      .depending(on: .release)
    }
    let netif = host.forecast.failedSteps.compactMap { index -> Finding? in
      let step = host.forecast.steps[index]
      guard step.phase == .netif, let name = step.interface,
        let bridge = bridges[name], step.message.hasSuffix("(SIOCAIFADDR): Invalid argument")
      else { return nil }
      return finding(
        spoken("rc.conf(5) puts an address on \(name), a member of \(bridge)"),
        at: host.places(of: step).map { FindingPlace($0) }
      )
      .leading(to: index, in: host.forecast)
      .with(effect: spoken("\(name) is without the address"))
      .depending(on: .release)
      .explaining(.step(index))
    }
    return jails + netif
  }

  /// What works before 15.
  private static func tolerated(_ host: ExaminedHost) -> [Finding] {
    guard !host.traits.refusesBridgeMemberAddresses else { return [] }
    return host.forecast.interfaces.compactMap { entry in
      guard let bridge = entry.interface.bridge,
        let address = entry.addresses.first(where: { !$0.address.isLinkLocal })
      else { return nil }
      let setter = host.forecast.steps.first { step in
        step.effects.contains { $0.settingKey == AddressKey(address) }
      }
      let place = setter.flatMap { host.place(of: $0, spelling: address.address) }
      return finding(
        spoken(
          "\(entry.interface.name), a member of \(bridge), has addresses; FreeBSD 15 refuses that"),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }, severity: .warning
      )
      .with(effect: spoken("\(address.address) is missing after an upgrade to 15"))
      .about(addresses: [address.address])
    }
  }

  private static func memberships(_ host: ExaminedHost) -> [String: String] {
    var bridges: [String: String] = [:]
    for entry in host.forecast.interfaces {
      if let bridge = entry.interface.bridge { bridges[entry.interface.name] = bridge }
    }
    return bridges
  }
}

extension IPAddress {
  /// In `fe80::/10`.
  fileprivate var isLinkLocal: Bool {
    if case .inet6(let address) = self { return address.isLinkLocal }
    return false
  }
}
