import HostModel
import Phrases
import SourceText

/// An interface has the address of its network itself, or the broadcast address.
///
/// ## Why
/// The lowest address of an IPv4 network names the network and the highest reaches all of it; the
/// lowest of an IPv6 network belongs to every router there (RFC 4291, 2.6.1). Others do not answer to
/// such a host, or all do. Mostly a length is too short, or a number slipped.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.0/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Correct the address, or its length; /32 and /128 have no such addresses.
///
/// Which number slipped no file tells, so `fix` has nothing to offer.
///
/// ## Ignore it when
/// The other side of a tunnel or a router's own address is meant.
enum NetworkAddressAssigned: Rule {
  static let name: RuleName = "network-address-assigned"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    for entry in host.forecast.interfaces where !entry.interface.driver.isLoopback {
      let addresses = entry.addresses
      for index in addresses.indices {
        guard let what = role(addresses[index].address, addresses[index].prefixLength) else {
          continue
        }
        let assigned = addresses[index]
        let user = host.users[assigned.address].first { $0.address.interface != nil }
        let setter = host.forecast.hostAddresses.setter(of: AddressKey(assigned))
        let place =
          setter.flatMap { host.place(ofStep: $0, spelling: assigned.address) }
          ?? user.flatMap { host.place(of: $0.address) }
        found.append(
          finding(
            spoken(
              "\(assigned.address)/\(assigned.prefixLength) on \(entry.interface.name) is \(what)"),
            at: [place].compactMap { $0 }.map { FindingPlace($0) }
          )
          .with(effect: spoken("what is sent there does not reach \(entry.interface.name) alone"))
          .about(
            jails: setter == nil
              ? [user].compactMap { $0 }.map { host.forecast.jails[$0.jail].name }
              : [], addresses: [assigned.address]))
      }
    }
    return found
  }

  private static func role(_ address: IPAddress, _ length: Int) -> String? {
    switch address {
    case .inet(let inet):
      // 0.0.0.0 stands for no address, to bring an interface up
      guard (1...30).contains(length), inet.value >> 24 != 0 else { return nil }
      let hostBits = UInt32.max >> UInt32(length)
      if inet.value & hostBits == 0 { return spoken("the address of the network itself") }
      return inet.value & hostBits == hostBits
        ? spoken("the broadcast address of its network") : nil
    case .inet6(let inet6):
      guard (64...126).contains(length), !inet6.isLinkLocal else { return nil }
      let hostBits = UInt64.max >> UInt64(length - 64)
      let isLowest = length == 64 ? inet6.low == 0 : inet6.low & hostBits == 0
      return isLowest ? spoken("the address of every router of the network") : nil
    }
  }
}
