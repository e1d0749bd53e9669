import HostModel
import Phrases
import SourceText

/// sysctl.conf(5) forbids a network that is there already, and an address brings it again.
///
/// ## Why
/// With net.inet.ip.no_same_prefix=1 the kernel refuses an IPv4 address when another one, on whatever
/// interface, has brought the route to the same network (sys/netinet/in.c, in_addprefix): `File exists`,
/// which looks as if the address were there. Without it the kernel takes the address.
///
/// ## Example
/// ```
/// == /etc/sysctl.conf
/// net.inet.ip.no_same_prefix=1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31/24";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31/32";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write /32 for all addresses of the network but the first, on the same interface.
/// - Take the line out of sysctl.conf(5).
///
/// ## Ignore it when
/// Never: the address is not set.
enum NetworkSetTwice: Rule {
  static let name: RuleName = "network-set-twice"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first, let step = finding.step.map(host.forecast.step),
      step.words.last == "alias"
    else { return [] }
    let edit =
      step.jail == nil
      ? HostSetting(of: address, setBy: step, host)?.withLength(32)
      : host.jail(of: finding)?.address(step.requestedAddress, on: step.interface).flatMap {
        AddressItem($0, host)
      }?.withLength(32)
    return [AliasWithNetworkMask.fix(of: address, making: edit)].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard host.forecast.kernelSettings.refusesSameNetwork else { return [] }
    let jails = host.failures.compactMap { failure -> Finding? in
      guard let index = failure.step, let step = failure.addressStep(host.forecast),
        let (network, first) = clash(of: step, at: index, host)
      else { return nil }
      return finding(
        spoken(
          "jail \(failure.jail.name) brings \(network) to \(step.interface ?? ""), and "
            + "\(first.interface ?? "") has it already"),
        at: places(step, first, host), of: failure, host
      )
      .about(addresses: [step.requestedAddress].compactMap { $0 })
    }
    let netif = host.netifFailures.compactMap { failure -> Finding? in
      guard let (network, first) = clash(of: failure.step, at: failure.index, host) else {
        return nil
      }
      return finding(
        spoken(
          "rc.conf(5) brings \(network) to \(failure.interface), and "
            + "\(first.interface ?? "") has it already"),
        at: places(failure.step, first, host), of: failure, host)
    }
    return jails + netif
  }

  /// The network of an address that is refused, and the step that brought it; nil when it is refused
  /// for another reason.
  private static func clash(
    of step: Step, at index: Int, _ host: ExaminedHost
  ) -> (network: Prefix, first: Step)? {
    guard step.message.hasSuffix("(SIOCAIFADDR): File exists"),
      let network = step.requestedNetwork, network.length < network.address.family.hostLength
    else { return nil }
    var setters: [AddressKey: Int] = [:]
    for (earlier, step) in host.forecast.steps.prefix(index).enumerated() {
      for effect in step.effects {
        let (assigned, length) = effect.state
        let isThere = length.map { Prefix(assigned.address, length: $0) == network } ?? false
        setters[AddressKey(assigned)] = isThere ? earlier : nil
      }
    }
    return setters.values.min().map { (network, host.forecast.steps[$0]) }
  }

  private static func places(
    _ step: Step, _ first: Step, _ host: ExaminedHost
  ) -> [FindingPlace] {
    [(step, spoken("is refused")), (first, spoken("brings the network"))].compactMap { step, note in
      let address = step.requestedAddress
      let place =
        address.flatMap { host.place(of: step, spelling: $0) } ?? host.places(of: step).first
      return place.map { FindingPlace($0, note) }
    }
  }
}

extension AddressEffect {
  /// The address, and the length it has afterwards; nil when it is gone.
  fileprivate var state: (address: AssignedAddress, length: Int?) {
    switch self {
    case .added(let new), .confirmed(let new): (new, new.prefixLength)
    case .replaced(let old, let length): (old, Int(length))
    case .removed(let old): (old, nil)
    }
  }
}
