import HostModel
import Phrases

/// A jail manager can't store the prefix length that an address would need.
///
/// ## Why
/// pot and qjail refuse a length behind an address, so jail(8) always adds it as /32 or /128 (pot,
/// potnet ipcheck; qjail, ip check). Where the host has the same address with another length, only the
/// host's side can be changed.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1/64"
/// ifconfig_em0_alias0="inet6 2001:db8::70/64"
/// pot_enable="YES"
/// == /usr/local/etc/pot/pot.conf
/// POT_EXTIF=em0
/// == /opt/pot/jails/www/conf/pot.conf
/// host.hostname="www.example.org"
/// pot.attr.start-at-boot=YES
/// network_type=alias
/// ip=2001:db8::70
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::1/64"
/// ifconfig_em0_alias0="inet6 2001:db8::70/128"
/// pot_enable="YES"
/// ```
///
/// ## Ways out
/// - Give the address in rc.conf(5) the length of a single one: the jail starts, and its stop takes the
///   address off until the next boot.
/// - Remove it from rc.conf(5): it comes and goes with the jail.
/// - Take another address for the jail.
///
/// ## Ignore it when
/// The lengths are the same: then this is silent.
enum LengthCannotBeStored: Rule {
  static let name: RuleName = "length-cannot-be-stored"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let kinds = JailDefinition.Kind.allCases.filter { !$0.storesLength }
    var found: [Finding] = []
    for jail in host.forecast.jails {
      guard let definition = jail.definition, kinds.contains(definition.kind) else { continue }
      for asked in definition.readableAddresses {
        guard let interface = asked.interface,
          let present = host.afterNetif(asked.address, on: interface),
          present.prefixLength != asked.prefixLength
        else { continue }
        found.append(
          finding(
            spoken(
              "\(definition.kind.rawValue) can't store /\(present.prefixLength) for \(asked.address) "
                + "of jail \(jail.name)"), at: asked.places(host, asks: true)
          )
          .with(effect: spoken("only the host's side can be changed"))
          .about(jails: [jail.name], addresses: [asked.address]))
      }
    }
    return found
  }
}
