import HostModel
import Phrases
import SourceText

/// A jail's services start while its IPv6 address is still being tested.
///
/// ## Why
/// A new IPv6 address can't be used until no other host has claimed it, about a second later
/// (sys/netinet6/nd6_nbr.c, nd6_dad_start). jail(8) does not wait; services that bind to the address
/// at once fail. rc.d/jail puts a `sleep` in front for jails of variables, jail.conf(5) has none.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip6.addr = "em0|2001:db8::31";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip6.addr = "em0|2001:db8::31 no_dad";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Set the address by rc.conf(5) and write it without an interface in the jail: it is ready long
///   before, and the jail's stop leaves it.
/// - Write `no_dad` behind the address: no test is made; the jail's stop takes the address off.
/// - Put `exec.start = "sleep 2";` in front of the other.
/// - Set net.inet6.ip6.dad_count=0 in sysctl.conf(5): no address of the host is tested then.
///
/// ## Ignore it when
/// The services wait, or bind to all addresses.
enum AddressTentativeAtStart: Rule {
  static let name: RuleName = "address-tentative-at-start"
  static let severity = Severity.info
  static let reach = Reach.jail
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let asked = host.jail(of: finding)?.definition?.readableAddresses.first {
      finding.addresses.contains($0.address)
    }
    let item = asked.flatMap { AddressItem($0, host) }
    let untested = Fix(
      spoken(
        "write no_dad behind \(finding.addresses.first.map { "\($0)" } ?? spoken("the address"))"),
      meaning: spoken(
        "the address is ready at once, and nothing notices when another host has it, too"),
      .review, making: item.flatMap { $0.followed(by: " no_dad", host) }.map { [$0] })
    return [SharedAddress(finding, &host)?.giveToHost(host), untested].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard host.forecast.kernelSettings.testsAddresses else { return [] }
    return host.forecast.jails.compactMap { jail in
      guard jail.state == .running, let definition = jail.definition,
        definition.kind.isJailConf, !jail.hasOwnStack, setsNew(definition, host),
        definition.values(.start).contains(where: { $0.text.contains("/etc/rc") }),
        !definition.values(.start).contains(where: { $0.text.contains("sleep") })
      else { return nil }
      let values = definition.values(.inet6).filter { !$0.text.contains("no_dad") }
      let asked = values.lazy.compactMap {
        JailAddress($0, .inet6, interface: definition.interface)
      }.first { isNew($0, host) }
      guard let asked, let interface = asked.interface else { return nil }
      return finding(
        spoken("jail \(jail.name) starts while \(asked.address) on \(interface) is still tested"),
        at: asked.places(host, asks: false)
      )
      .with(effect: spoken("services that bind to it at once fail"))
      .depending(on: .liveState(spoken("how soon the services bind")))
      .about(jails: [jail.name], addresses: [asked.address])
    }
  }

  private static func setsNew(_ jail: JailDefinition, _ host: ExaminedHost) -> Bool {
    let addresses = jail.readableAddresses
    return addresses.indices.contains { index in
      addresses[index].interface != nil && isNew(addresses[index], host)
    }
  }

  /// The jail's start puts the address there, on an interface that tests addresses.
  private static func isNew(_ asked: JailAddress, _ host: ExaminedHost) -> Bool {
    guard case .inet6 = asked.address, let interface = asked.interface else { return false }
    guard let present = host.interfacesAfterNetif[interface] else { return false }
    return !present.interface.driver.isLoopback
      && host.afterNetif(asked.address, on: interface) == nil
  }
}
