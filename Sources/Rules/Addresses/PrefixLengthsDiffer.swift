import HostModel
import Phrases
import SourceText

/// Addresses of one network are on an interface with different lengths.
///
/// ## Why
/// Each length makes a network with a route of its own (sys/netinet6/nd6_rtr.c,
/// nd6_prelist_add; sys/netinet/in.c, in_addprefix). What the longer one leaves out is reached
/// directly or by the router, depending on which of them exists at the time. Mostly one of the two is
/// a standard that nobody meant: ifconfig(8) takes /64 where no length is written. Single addresses,
/// /32 and /128, go with any length.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 124"
/// ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 124"
/// ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 128"
/// ```
///
/// ## Ways out
/// - Give the alias the length of the first address, or /128 (/32 for IPv4). Look first at jails that
///   name the alias together with the interface: they ask for a length, too.
///
/// ## Ignore it when
/// A part of the network is meant to be reached another way.
enum PrefixLengthsDiffer: Rule {
  static let name: RuleName = "prefix-lengths-differ"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let owned = host.forecast.interfacesAfterNetif.flatMap { entry in
      entry.addresses.filter { finding.addresses.contains($0.address) }
        .map { OwnedAddress($0, on: entry.interface.name, &host) }
    }
    guard let alias = owned.first(where: { !$0.isPrimary }),
      let other = owned.first(where: { $0.address.address != alias.address.address }),
      let setting = alias.setter.flatMap({
        HostSetting(of: alias.address.address, setBy: host.forecast.steps[$0], host)
      })
    else { return [] }
    let address = alias.address.address
    return [other.address.prefixLength, address.family.hostLength].compactMap { length in
      Fix(
        spoken("give \(address) in \(setting.name) the length /\(length)"),
        meaning: spoken(
          "the running host gets it at the next boot; jails that name the address with "
            + "\(alias.interface) ask for a length, too"), .review,
        making: setting.withLength(length).map { [$0] })
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.interfacesAfterNetif.flatMap { entry -> [Finding] in
      guard entry.addresses.count > 1, !entry.interface.driver.isLoopback else { return [] }
      return [AddressFamily.inet, .inet6].compactMap { family in
        let lengths = lengths(of: family, entry.addresses)
        guard lengths.count > 1 else { return nil }
        let networks = entry.addresses.filter {
          $0.address.family == family && lengths.contains($0.prefixLength)
        }
        guard let (inner, outer) = pair(networks, lengths) else { return nil }
        return finding(inner, outer, on: entry.interface.name, &host)
      }
    }
  }

  /// The lengths of the networks of a family, the widest network first.
  private static func lengths(of family: AddressFamily, _ addresses: [AssignedAddress]) -> [Int] {
    var found: [Int] = []
    for index in addresses.indices where addresses[index].address.family == family {
      let length = addresses[index].prefixLength
      if (1..<family.hostLength).contains(length), !found.contains(length) { found.append(length) }
    }
    return found.sorted()
  }

  /// The first address whose network is part of a wider one, and an address of that.
  private static func pair(
    _ networks: [AssignedAddress], _ lengths: [Int]
  ) -> (inner: AssignedAddress, outer: AssignedAddress)? {
    var owners: [Prefix: AssignedAddress] = [:]
    for assigned in networks {
      let prefix = assigned.network
      if owners[prefix] == nil { owners[prefix] = assigned }
    }
    for assigned in networks {
      for length in lengths where length < assigned.prefixLength {
        if let outer = owners[Prefix(assigned.address, length: length)] { return (assigned, outer) }
      }
    }
    return nil
  }

  private static func finding(
    _ inner: AssignedAddress, _ outer: AssignedAddress, on interface: String,
    _ host: inout ExaminedHost
  ) -> Finding {
    let owned = [inner, outer].map { OwnedAddress($0, on: interface, &host) }
    // the alias is what a person changes, not the address the interface lives by
    let ordered = owned.filter { !$0.isPrimary } + owned.filter(\.isPrimary)
    return finding(
      spoken(
        "\(inner.address)/\(inner.prefixLength) and \(outer.address)/\(outer.prefixLength) are of "
          + "one network on \(interface)"),
      at: ordered.compactMap { owned in
        owned.place(host).map { FindingPlace($0, "/\(owned.address.prefixLength)") }
      }
    )
    .with(effect: spoken("two routes to a part of the network, and which is used is not certain"))
    .about(addresses: [inner.address, outer.address])
  }
}
