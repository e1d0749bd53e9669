import HostModel
import Phrases
import SourceText

/// A jail puts an address on a point-to-point interface without a destination.
///
/// ## Why
/// tun(4), gif(4), wg(4) in older releases and others want the address of the other end, too
/// (sys/netinet/in.c, in_aifaddr_ioctl: `Destination address required`). jail(8) gives none unless
/// it stands behind the address.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="tun0 lo1"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "tun0|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "lo1|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put the address on another interface, such as a cloned lo1; the jail's stop takes it off there.
/// - Write it without an interface if the tunnel has it already: the jail's stop leaves it.
/// - Write the other end behind the address; the jail's stop takes it off the tunnel.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum PointToPointWithoutDestination: FailureRule {
  static let name: RuleName = "point-to-point-without-destination"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let address = finding.addresses.first,
      let asked = jail.definition?.readableAddresses.first(where: { $0.address == address }),
      let old = asked.interface
    else { return [] }
    let dropped = SharedAddress(finding, &host)?.dropInterface(host)
    let loops = host.forecast.interfacesAfterNetif.map(\.interface).filter {
      $0.driver.isLoopback && $0.name != "lo0"
    }
    let moved = loops.prefix(1).compactMap { loop in
      Fix(
        spoken("put \(address) on \(loop.name)"),
        meaning: spoken("stopping jail \(jail.name) takes the address off \(loop.name)"), .review,
        making: AddressItem(asked, host).flatMap { $0.onInterface(loop.name) }.map { [$0] }
          ?? host.exchanging(interface: old, of: jail, for: loop.name))
    }
    return moved + [dropped].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard
      failure.printed.hasSuffix("Destination address required")
        || failure.printed.contains("Empty IFA_LOCAL"),
      let step = failure.addressStep(host.forecast), let address = step.requestedAddress
    else { return nil }
    return finding(
      spoken(
        "jail \(failure.jail.name) puts \(address) on \(step.interface ?? ""), a point-to-point "
          + "interface, without a destination"),
      at: [host.place(of: step, spelling: address)].compactMap { $0 }.map { FindingPlace($0) },
      of: failure, host
    )
    .about(addresses: [address])
  }
}
