import HostModel
import Phrases
import SourceText

/// Two jails share an address, and one of them has more than one of the family.
///
/// ## Why
/// The kernel lets two jails have the same address only when it is the only one of its family for
/// both (sys/kern/kern_jail.c, kern_jail_set): else the later start is refused.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.11/32"
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "192.0.2.10"; }
/// mail { ip4.addr = "192.0.2.10", "192.0.2.11"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "192.0.2.10"; }
/// mail { ip4.addr = "192.0.2.11"; }
/// ```
///
/// ## Ways out
/// - Take the shared address away from one of them.
/// - Give both that one address and no other of the family.
///
/// ## Ignore it when
/// The two never run at the same time.
enum AddressClashBetweenJails: FailureRule {
  static let name: RuleName = "address-clash-between-jails"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first else { return [] }
    return finding.jails.compactMap { name in
      guard let jail = host.forecast.jail(named: name) else { return nil }
      let asked = jail.definition?.readableAddresses ?? []
      guard let shared = asked.first(where: { $0.address == address }) else { return nil }
      let others = asked.count { $0.address.family == address.family } - 1
      let family = address.family == .inet ? "IPv4" : "IPv6"
      return Fix(
        spoken("take \(address) away from jail \(name)"),
        meaning: others == 1
          ? spoken("jail \(name) keeps 1 other \(family) address")
          : others > 1
            ? spoken("jail \(name) keeps \(others) other \(family) addresses")
            : spoken("jail \(name) has no \(family) address then"), .review,
        making: AddressItem(shared, host).flatMap { $0.removal(host) }.map { [$0] })
    }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    let family: AddressFamily
    switch failure.error {
    case "IPv4 addresses clash": family = .inet
    case "IPv6 addresses clash": family = .inet6
    default: return nil
    }
    for asked in failure.jail.definition?.readableAddresses ?? []
    where asked.address.family == family {
      let other = host.users[asked.address].first { user in
        let jail = host.forecast.jails[user.jail]
        return user.jail != failure.position
          && (jail.state == .running || jail.trial?.hasFailed == false)
      }
      guard let other else { continue }
      let name = host.forecast.jails[other.jail].name
      let places =
        asked.places(host, asks: false)
        + other.address.places(host, asks: false).map {
          FindingPlace($0.place, spoken("jail \(name)"))
        }
      return finding(
        spoken(
          "jail \(failure.jail.name) shares \(asked.address) with jail \(name), and one of them has "
            + "more addresses"), at: places, of: failure, host
      )
      .about(jails: [name], addresses: [asked.address])
    }
    return nil
  }
}
