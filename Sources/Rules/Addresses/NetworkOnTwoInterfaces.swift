import HostModel
import Phrases
import SourceText

/// Two interfaces have addresses of one network, with the same length.
///
/// ## Why
/// A network has one route, and the interface that had an address of it first keeps it
/// (sys/netinet/in.c, in_addprefix; sys/netinet6/nd6_rtr.c, nd6_prefix_onlink). What is behind the other
/// one is looked for behind the first, and so is not reached. It comes of a single network that a
/// provider routes to the host, used on its own interface and on a bridge of jails.
///
/// ## Example
/// ```
/// == hardware: vtnet0
/// == /etc/rc.conf
/// cloned_interfaces="bridge0"
/// ifconfig_vtnet0_ipv6="inet6 2001:db8:0:1::10 prefixlen 64"
/// ifconfig_bridge0_ipv6="inet6 2001:db8:0:1:8000::1 prefixlen 64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="bridge0"
/// ifconfig_vtnet0_ipv6="inet6 2001:db8:0:1::10 prefixlen 65"
/// ifconfig_bridge0_ipv6="inet6 2001:db8:0:1:8000::1 prefixlen 65"
/// ```
///
/// ## Ways out
/// - Split a network that is routed to the host: a half of it for each interface, with a length that is
///   one longer.
/// - Give one of the interfaces addresses of another network.
/// - Make both members of one bridge, when they are in the same network indeed, and put the addresses
///   there.
///
/// ## Ignore it when
/// Both interfaces are in the same network, and the second one is to answer for its own address alone.
enum NetworkOnTwoInterfaces: Rule {
  static let name: RuleName = "network-on-two-interfaces"
  static let severity = Severity.warning
  static let reach = Reach.network

  /// An address, and the interface that it is on.
  private typealias Holder = (address: AssignedAddress, interface: NetworkInterface)

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    shared(host).map { first, second in
      let network = first.address.network
      let owned = [second, first].map { OwnedAddress($0.address, on: $0.interface.name, &host) }
      return finding(
        spoken("\(network) is on \(first.interface.name) and on \(second.interface.name)"),
        at: owned.compactMap { owned in
          owned.place(host).map { FindingPlace($0, spoken("on \(owned.interface)")) }
        }
      )
      .with(
        effect: spoken(
          "its route leads to \(first.interface.name): what is behind \(second.interface.name) "
            + "is not reached")
      )
      .about(addresses: [second.address.address, first.address.address])
    }
  }

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard
      let (first, second) = shared(host).first(where: {
        finding.addresses == [$1.address.address, $0.address.address]
      }), let length = splitLength(first.address, second.address),
      [first, second].allSatisfy({ isAlone($0, host) })
    else { return [] }
    let edits = [first, second].compactMap { holder in
      OwnedAddress(holder.address, on: holder.interface.name, &host).setter.flatMap {
        HostSetting(of: holder.address.address, setBy: host.forecast.steps[$0], host)
      }?.withLength(length)
    }
    return [
      Fix(
        spoken(
          "split the network: /\(length) on \(first.interface.name) and on "
            + "\(second.interface.name)"),
        meaning: spoken(
          "each of them has a part of it; right when \(first.address.network) is routed to this "
            + "host, wrong when others are in it"), .review,
        making: edits.count == 2 ? edits : nil)
    ].compactMap { $0 }
  }

  /// The first two interfaces of each network that is on several, the one in front that gets the route.
  private static func shared(_ host: ExaminedHost) -> [(first: Holder, second: Holder)] {
    var first: [Prefix: Holder] = [:]
    var told: Set<Prefix> = []
    // asked for only where it decides something: the words of every command are read for it
    var elsewhere: Set<String>?
    var found: [(first: Holder, second: Holder)] = []
    for entry in host.forecast.interfacesAfterNetif
    where !entry.interface.driver.isLoopback && !entry.interface.isPointToPoint {
      // aliases of one network stand in a row
      var last: Prefix?
      let addresses = entry.addresses
      for index in addresses.indices
      where addresses[index].prefixLength < addresses[index].address.family.hostLength {
        let address = addresses[index]
        guard hasRoute(address), address.network != last else { continue }
        last = address.network
        guard let other = first[address.network] else {
          first[address.network] = (address, entry.interface)
          continue
        }
        guard !isOneNetwork(other.interface, entry.interface),
          other.address.address != address.address
        else { continue }
        let foreign = elsewhere ?? interfacesOfOtherTables(host)
        elsewhere = foreign
        guard foreign.isDisjoint(with: [other.interface.name, entry.interface.name]),
          told.insert(address.network).inserted
        else { continue }
        let both: [Holder] = [other, (address, entry.interface)]
        let order = both.map { host.forecast.hostAddresses.setter(of: AddressKey($0.address)) ?? 0 }
        found.append(order[0] <= order[1] ? (both[0], both[1]) : (both[1], both[0]))
      }
    }
    return found
  }

  /// Interfaces whose routes may be in another table than the first (setfib(1)).
  private static func interfacesOfOtherTables(_ host: ExaminedHost) -> Set<String> {
    Set(
      host.forecast.steps.lazy.filter { $0.phase == .netif && $0.argv.contains("fib") }
        .compactMap(\.interface))
  }

  /// It brings a route to a network.
  ///
  /// One of CARP does so on whichever host has it; multicast ones stand in public files for others.
  private static func hasRoute(_ address: AssignedAddress) -> Bool {
    guard (1..<address.address.family.hostLength).contains(address.prefixLength) else {
      return false
    }
    let isUnicast =
      switch address.address {
      case .inet(let inet): inet.value >> 29 != 7
      case .inet6(let inet6): inet6.high >> 56 != 0xff && !inet6.isLinkLocal
      }
    return isUnicast && !address.hasVirtualHost && !address.address.isUnspecified
  }

  /// They are joined by a bridge, or one is the bridge of the other: another finding.
  private static func isOneNetwork(_ one: NetworkInterface, _ other: NetworkInterface) -> Bool {
    one.name == other.name || one.bridge == other.name || other.bridge == one.name
      || one.bridge != nil && one.bridge == other.bridge
  }

  /// The shortest length that puts two addresses of IPv6 into networks of their own.
  private static func splitLength(_ one: AssignedAddress, _ other: AssignedAddress) -> Int? {
    guard one.address.family == .inet6 else { return nil }
    return ((one.prefixLength + 1)..<127).first {
      Prefix(one.address, length: $0) != Prefix(other.address, length: $0)
    }
  }

  /// Its interface has no other address of the network.
  private static func isAlone(_ holder: Holder, _ host: ExaminedHost) -> Bool {
    host.interfacesAfterNetif[holder.interface.name]?.addresses.count {
      $0.network == holder.address.network
    } == 1
  }
}
