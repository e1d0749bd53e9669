import HostModel
import Phrases
import SourceText

/// An address is put on a second interface, which the kernel refuses.
///
/// ## Why
/// Every IPv6 address has a host route on the loopback interface; the route of the first one is in
/// the way of the second (sys/netinet6/in6.c, in6_notify_ifa): `File exists`. IPv4 has the same
/// trouble where the routes are equal (sys/netinet/in.c, in_addprefix).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip6.addr = "lo1|2001:db8::3";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip6.addr = "2001:db8::3";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Drop the interface in the jail's setting: it uses the address where it is, and its stop leaves it.
/// - Name the interface that has the address; then the jail's stop takes it off.
/// - Remove the other assignment.
///
/// ## Ignore it when
/// Never: the command fails.
enum AddressOnOtherInterface: Rule {
  static let name: RuleName = "address-on-other-interface"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard finding.jails.isEmpty else { return SharedAddress(finding, &host)?.fixes(host) ?? [] }
    guard let step = finding.step, let address = finding.addresses.first else { return [] }
    let setting = HostSetting(of: address, setBy: host.forecast.step(step), host)
    return [setting?.removalFix(meaning: spoken("\(address) stays where it is set first"))]
      .compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    ofJails(&host) + ofNetif(&host)
  }

  private static func ofJails(_ host: inout ExaminedHost) -> [Finding] {
    host.ownFailures.compactMap { failure in
      guard failure.printed.hasSuffix("(SIOCAIFADDR): File exists"), let index = failure.step,
        let step = failure.addressStep(host.forecast), let address = step.requestedAddress,
        let first = host.setter(of: address, beforeFailing: index)?.step
      else { return nil }
      let setter = host.forecast.step(first)
      guard let other = setter.interface, other != step.interface else { return nil }
      let owner = setter.jail.map { spoken("jail \($0)") } ?? spoken("the host")
      return finding(
        spoken(
          "jail \(failure.jail.name) puts \(address) on \(step.interface ?? ""), and \(owner) has it "
            + "on \(other)"), at: places(step, setter, address, host), of: failure, host
      )
      .about(addresses: [address])
    }
  }

  private static func ofNetif(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.failedSteps.compactMap { index in
      let step = host.forecast.steps[index]
      guard step.phase == .netif, step.message.hasSuffix("(SIOCAIFADDR): File exists"),
        let address = step.requestedAddress
      else { return nil }
      let first = host.forecast.steps[..<index].last { other in
        other.effects.contains { $0.settingKey?.address == address }
      }
      guard let first, let other = first.interface, other != step.interface else { return nil }
      return finding(
        spoken(
          "rc.conf(5) puts \(address) on \(step.interface ?? ""), which has it on \(other) already"),
        at: places(step, first, address, host)
      )
      .leading(to: index, in: host.forecast)
      .with(effect: spoken("\(step.interface ?? spoken("the interface")) is without \(address)"))
      .about(addresses: [address])
      .explaining(.step(index))
    }
  }

  private static func places(
    _ step: Step, _ first: Step, _ address: IPAddress, _ host: ExaminedHost
  ) -> [FindingPlace] {
    [step, first].compactMap { step in
      host.place(of: step, spelling: address).map {
        FindingPlace($0, spoken("on \(step.interface ?? "")"))
      }
    }
  }
}
