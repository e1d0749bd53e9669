import HostModel
import Phrases
import SourceText

/// A jail names an address of a CARP virtual host together with the interface.
///
/// ## Why
/// Re-adding the address takes it out of its virtual host, and the jail's stop removes it: the other
/// machine of the pair takes over, or nobody does (sys/netinet/ip_carp.c, carp_detach; in.c and in6.c).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet vhid 1 pass secret alias 192.0.2.20/32"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.20";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "192.0.2.20";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Drop the interface: the jail uses the address as CARP has it, and its stop leaves it alone.
///
/// ## Ignore it when
/// Never.
enum CarpAddressTakenByJail: Rule {
  static let name: RuleName = "carp-address-taken-by-jail"
  static let severity = Severity.error
  static let reach = Reach.network
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    SharedAddress(finding, &host)?.fixes(host) ?? []
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let losses = host.losses.all
    return losses.indices.compactMap { number in
      guard losses[number].address.hasVirtualHost else { return nil }
      let loss = losses[number]
      guard let index = loss.step, let jail = loss.jail else { return nil }
      let owned = OwnedAddress(loss, host)
      return finding(
        spoken(
          "jail \(jail) takes over \(loss.address.address), an address of a CARP virtual host"),
        at: owned.places(ofStep: index, asks: false, &host)
      )
      .leading(to: index, in: host.forecast)
      .with(effect: spoken("\(loss.interface) loses the virtual host's \(loss.address.address)"))
      .about(jails: [jail], addresses: [loss.address.address])
      .asTrial(loss.isTrial)
    }
  }
}
