import HostModel
import Phrases
import SourceText

/// A further IPv4 address of a network has the network's mask, not /32.
///
/// ## Why
/// The first address with the mask brings the route to the network, and each further one could take
/// it over: when an address goes, the route moves to another one, and so does the address that the
/// host speaks from (sys/netinet/in.c, in_scrubprefix). The handbook therefore gives aliases of one
/// network the mask of all ones.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.31/24"
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
/// - Write /32 for all addresses of the network but the first. Whoever stops a jail, or takes an
///   alias away, then never moves the route.
///
/// ## Ignore it when
/// The network is to stay reachable when its first address is taken away.
enum AliasWithNetworkMask: Rule {
  static let name: RuleName = "alias-with-network-mask"
  static let severity = Severity.info
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let index = finding.step, let address = finding.addresses.first else { return [] }
    let setting = HostSetting(of: address, setBy: host.forecast.step(index), host)
    return [fix(of: address, making: setting?.withLength(32))].compactMap { $0 }
  }

  /// The way with /32, by the edit that writes it.
  static func fix(of address: IPAddress, making edit: PlacedEdit?) -> Fix? {
    Fix(
      spoken("write /32 behind \(address)"),
      meaning: spoken("the first address of the network keeps the route to it"), .review,
      making: edit.map { [$0] })
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    for entry in host.forecast.interfacesAfterNetif where !entry.interface.driver.isLoopback {
      let addresses = entry.addresses
      let ofNetworks = addresses.indices.filter {
        addresses[$0].address.family == .inet && (1...30).contains(addresses[$0].prefixLength)
      }
      guard ofNetworks.count > 1 else { continue }
      var first: [Prefix: AssignedAddress] = [:]
      for assigned in ofNetworks.lazy.map({ addresses[$0] }) {
        guard let other = first[assigned.network] else {
          first[assigned.network] = assigned
          continue
        }
        guard assigned.owner == .host, !assigned.hasVirtualHost, !assigned.address.isUnspecified,
          let index = host.forecast.hostAddresses.setter(of: AddressKey(assigned))
        else { continue }
        let step = host.forecast.steps[index]
        // a mask that is missing is another finding
        guard !step.message.contains("address without mask") else { continue }
        let place = host.place(of: step, spelling: assigned.address)
        found.append(
          finding(
            spoken(
              "\(assigned.address)/\(assigned.prefixLength) on \(entry.interface.name) is in the "
                + "network of \(other.address), with its mask"),
            at: [place].compactMap { $0 }.map { FindingPlace($0) }
          )
          .leading(to: index, in: host.forecast)
          .with(effect: spoken("the route to \(assigned.network) can move from one to the other"))
          .about(addresses: [assigned.address]))
      }
    }
    return found
  }
}
