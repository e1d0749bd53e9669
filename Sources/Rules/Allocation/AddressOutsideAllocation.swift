import HostModel
import Phrases

/// An address is in none of the networks that the provider gave.
///
/// ## Why
/// Providers route fixed networks to a host, often as small as 2001:db8::/124, while the prefix
/// length on the interface is another, often /64. Nothing on the host tells the two apart: an
/// address outside the given network is configured without a complaint and never reached.
///
/// ## Example
/// ```
/// == /usr/local/etc/jailscope.toml
/// allocation = ["2001:db8::/124"]
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::10 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::f prefixlen 64"
/// ```
///
/// ## Ways out
/// - Take an address of the network; `jailscope status` tells how much of it is in use.
/// - Add the network to `allocation` in the settings if the provider gave that one, too.
///
/// ## Ignore it when
/// The address is used between the host and its jails alone.
enum AddressOutsideAllocation: Rule {
  static let name: RuleName = "address-outside-allocation"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let allocated = host.settings.allocations
    guard let first = allocated.first else { return [] }
    let families = Set(allocated.map(\.prefix.address.family))
    let outside = host.allAddresses.filter { address in
      families.contains(address.family) && address.isPublic
        && !allocated.contains { $0.prefix.contains(address) }
    }
    return outside.map { address in
      let places = places(of: address, &host)
      let jails = host.users[address].map { host.forecast.jails[$0.jail].name }
      return finding(
        spoken("\(address) is in none of the networks that the provider gave"),
        at: places + [FindingPlace(first.place, spoken("the networks"))]
      )
      .with(effect: spoken("\(address) is not reached from outside"))
      .about(jails: jails, addresses: [address])
    }
  }

  private static func places(
    of address: IPAddress, _ host: inout ExaminedHost
  ) -> [FindingPlace] {
    var places: [FindingPlace] = []
    for entry in host.forecast.interfacesAfterNetif {
      for assigned in entry.addresses where assigned.address == address {
        if let step = host.forecast.hostAddresses.setter(of: AddressKey(assigned)),
          let place = host.place(ofStep: step, spelling: address)
        {
          places.append(FindingPlace(place, spoken("the host's address")))
        }
      }
    }
    return places + host.users[address].flatMap { $0.address.places(host, asks: false) }
  }
}
