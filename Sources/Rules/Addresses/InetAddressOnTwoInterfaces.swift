import HostModel
import Phrases
import SourceText

/// An IPv4 address is on two interfaces.
///
/// ## Why
/// Unlike IPv6, the kernel takes the second one where the masks differ (sys/netinet/in.c,
/// in_addprefix). Which of the two answers, and which route is used, then depends on the order of
/// events; removing one can take the route of the other.
///
/// ## Example
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 192.0.2.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 198.51.100.10/24"
/// ```
///
/// ## Ways out
/// - Keep the address on one interface, and drop the interface in the jails that use it.
///
/// ## Ignore it when
/// The second one is meant for answers of a load balancer, and does not speak ARP.
enum InetAddressOnTwoInterfaces: Rule {
  static let name: RuleName = "inet-address-on-two-interfaces"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first,
      let last = host.forecast.steps.last(where: { step in
        step.effects.contains { $0.settingKey?.address == address }
      })
    else { return [] }
    if last.jail != nil { return SharedAddress(finding, &host)?.fixes(host) ?? [] }
    let setting = HostSetting(of: address, setBy: last, host)
    return [setting?.removalFix(meaning: spoken("\(address) is on the other interface alone"))]
      .compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let interfaces = host.forecast.interfaces
    var first: [IPAddress: Int] = [:]
    first.reserveCapacity(interfaces.reduce(0) { $0 + $1.addresses.count })
    var found: [Finding] = []
    for position in interfaces.indices {
      let addresses = interfaces[position].addresses
      for index in addresses.indices {
        let address = addresses[index].address
        // 0.0.0.0 is no address that anything could answer at
        guard case .inet = address,
          let other = first.updateValue(position, forKey: address),
          !addresses[index].hasVirtualHost, !address.isUnspecified
        else { continue }
        let (one, two) = (interfaces[other].interface, interfaces[position].interface)
        found.append(finding(address, one.name, two.name, host))
      }
    }
    return found
  }

  private static func finding(
    _ address: IPAddress, _ first: String, _ second: String, _ host: ExaminedHost
  ) -> Finding {
    let setters = host.forecast.steps.filter { step in
      step.effects.contains { $0.settingKey?.address == address }
    }
    var places: [FindingPlace] = []
    for step in setters.reversed() {
      guard let place = host.place(of: step, spelling: address),
        !places.contains(where: { $0.place == place })
      else { continue }
      places.append(FindingPlace(place, spoken("on \(step.interface ?? "")")))
    }
    return finding(spoken("\(address) is on \(first) and on \(second)"), at: places)
      .with(effect: spoken("which of the two answers is not certain"))
      .about(jails: setters.compactMap(\.jail), addresses: [address])
  }
}
