import HostModel
import Phrases
import SourceText

/// An interface that is configured or used does not exist when it is needed.
///
/// ## Why
/// ifconfig(8) can set addresses only on interfaces that are there: those of the hardware, and those
/// that rc.conf(5) creates by `cloned_interfaces`, `vlans_IF` or `wlans_IF` (libexec/rc/network.subr,
/// clone_up). For a jail that names another one the start fails: `interface lo1 does not exist`.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "lo1|198.51.100.1";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Add the interface to `cloned_interfaces`: it is there from boot on, and stopping the jail leaves it.
/// - Correct the name.
/// - Create it in `exec.prepare`, which runs before addresses are set (from 12.2 on), and destroy it
///   in `exec.release`.
///
/// ## Ignore it when
/// The hardware that brings it is plugged in later.
enum InterfaceMissing: Rule {
  static let name: RuleName = "interface-missing"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let missing = MissingInterface(finding, &host)
    let step = finding.step.map { host.forecast.step($0) }
    guard let name = missing?.interface ?? step?.interface else { return [] }
    let similar = similarName(name, host)
    let isCertain = DriverName(name).isLoopback
    let cloning = host.cloning(name)
    let clone = Fix(
      spoken("add \(cloning?.name ?? name) to cloned_interfaces"),
      meaning: spoken("\(name) is there from boot on, and stopping a jail leaves it"),
      isCertain ? .safe : .review, making: cloning?.edits,
      commands: cloning?.commands ?? [])
    guard let similar, let jail = host.jail(of: finding) else { return [clone].compactMap { $0 } }
    let other = Fix(
      spoken("write \(similar) in place of \(name) in jail \(jail.name)"),
      meaning: spoken("stopping the jail takes its addresses off \(similar)"), .review,
      making: host.exchanging(interface: name, of: jail, for: similar))
    return [clone, other].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    ofJails(&host) + ofNetif(host)
  }

  private static func ofJails(_ host: inout ExaminedHost) -> [Finding] {
    host.failures.compactMap { failure in
      guard let missing = MissingInterface(failure, host), missing.cause == .unknown else {
        return nil
      }
      let similar = similarName(missing.interface, host).map { spoken("; there is \($0)") } ?? ""
      return finding(
        spoken(
          "jail \(failure.jail.name) needs interface \(missing.interface), which does not exist")
          + similar, at: missing.places(host), of: failure, host)
    }
  }

  private static func ofNetif(_ host: ExaminedHost) -> [Finding] {
    host.forecast.failedSteps.compactMap { index in
      let step = host.forecast.steps[index]
      guard step.phase == .netif, let interface = step.interface,
        step.message.hasSuffix("interface \(interface) does not exist")
      else { return nil }
      return finding(
        spoken("rc.conf(5) configures \(interface), which does not exist"),
        at: host.places(of: step).map { FindingPlace($0) }
      )
      .leading(to: index, in: host.forecast)
      .with(effect: step.requestedAddress.map { spoken("\($0) is on no interface") })
      .about(addresses: [step.requestedAddress].compactMap { $0 })
      .explaining(.step(index))
    }
  }

  /// An interface that is there and whose name differs in one letter or in its number; none for a
  /// loopback, which is rather missing than mistaken for another.
  private static func similarName(_ name: String, _ host: ExaminedHost) -> String? {
    guard !DriverName(name).isLoopback else { return nil }
    let wanted = Array(name.utf8)
    return host.forecast.interfaces.lazy.map(\.interface.name).first { other in
      let bytes = Array(other.utf8)
      guard bytes.count == wanted.count, bytes.count > 2 else { return false }
      return zip(bytes, wanted).count { $0 != $1 } == 1
    }
  }
}
