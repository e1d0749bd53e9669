import HostModel
import Phrases
import SourceText

/// An alias of the host stands alone: the interface has no network that it is in.
///
/// ## Why
/// /32 and /128 bring no route to a network. They are right for further addresses of a network that
/// another address of the interface has with its real length, and for addresses that are routed to
/// the host. An address of neither kind is reached by nobody.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 198.51.100.31/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.31/32"
/// ```
///
/// ## Ways out
/// - Write the real length, when the network is on the wire and this is its first address there.
/// - Correct the address.
/// - Name the network in the `allocation` of `jailscope.toml`, when it is routed to the host.
///
/// Which of them is meant no file tells, so `fix` has nothing to offer.
///
/// ## Ignore it when
/// The address is routed to the host.
enum AliasOffLink: Rule {
  static let name: RuleName = "alias-off-link"
  static let severity = Severity.info
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let routed = host.settings.allocations.map(\.prefix)
    var found: [Finding] = []
    for entry in host.forecast.interfacesAfterNetif {
      let driver = entry.interface.driver
      guard !driver.isLoopback, !driver.isPointToPoint else { continue }
      for assigned in alone(entry.addresses)
      where assigned.owner == .host && !routed.contains(where: { $0.contains(assigned.address) }) {
        let step = host.forecast.hostAddresses.setter(of: AddressKey(assigned))
        let place = step.flatMap { host.place(ofStep: $0, spelling: assigned.address) }
        found.append(
          finding(
            spoken("\(assigned.address)/\(assigned.prefixLength) is in no network of ")
              + entry.interface.name,
            at: [place].compactMap { $0 }.map { FindingPlace($0) }
          )
          .with(
            effect: spoken("\(assigned.address) is reached only where it is routed to the host")
          )
          .about(addresses: [assigned.address]))
      }
    }
    return found
  }

  /// The addresses of full length that none of the others has in its network.
  private static func alone(_ addresses: [AssignedAddress]) -> [AssignedAddress] {
    var networks: [Prefix] = []
    for index in addresses.indices
    where addresses[index].prefixLength < addresses[index].address.family.hostLength {
      let network = addresses[index].network
      // aliases of one network stand in a row
      if network != networks.last { networks.append(network) }
    }
    // most are in the same network as the one before
    var last: Prefix?
    return addresses.indices.filter { index in
      let address = addresses[index].address
      guard addresses[index].prefixLength == address.family.hostLength else { return false }
      if last?.contains(address) == true { return false }
      last = networks.first { $0.contains(address) }
      return last == nil
    }.map { addresses[$0] }
  }
}
