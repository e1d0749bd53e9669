import HostModel
import Phrases
import SourceText

/// An interface that is configured or used does not exist when it is needed.
///
/// ## Why
/// ifconfig(8) can set addresses only on interfaces that are there: those of the hardware, and those
/// that rc.conf(5) creates by `cloned_interfaces`, `vlans_IF` or `wlans_IF` (libexec/rc/network.subr,
/// clone_up). For a jail that names another one the start fails: `interface lo1 does not exist`.
/// While nobody tells which hardware there is, a name that nothing creates is a warning where it is nearly
/// that of an interface that is there.
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
    guard let name = missing?.interface ?? step?.interface else {
      return corrections(of: finding, host)
    }
    let similar = similarName(name, host)
    let isCertain = DriverName(name).isLoopback
    let cloning = host.cloning(name)
    let clone = Fix(
      spoken("add \(cloning?.name ?? name) to cloned_interfaces"),
      meaning: spoken("\(name) is there from boot on, and stopping a jail leaves it"),
      isCertain ? .safe : .review, making: cloning?.edits,
      commands: cloning?.commands ?? [])
    guard let similar, let jail = host.jail(of: finding) else { return [clone].compactMap { $0 } }
    return [clone, correction(of: name, to: similar, in: jail, host)].compactMap { $0 }
  }

  private static func correction(
    of name: String, to similar: String, in jail: JailForecast, _ host: ExaminedHost
  ) -> Fix? {
    Fix(
      spoken("write \(similar) in place of \(name) in jail \(jail.name)"),
      meaning: spoken("stopping the jail takes its addresses off \(similar)"), .review,
      making: host.exchanging(interface: name, of: jail, for: similar))
  }

  /// What mends a name of which it isn't known that it is wrong.
  private static func corrections(of finding: Finding, _ host: ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let slip = slips(host).first(where: { !host.mentions(of: $0.name, by: jail).isEmpty })
    else { return [] }
    return [correction(of: slip.name, to: slip.similar, in: jail, host)].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    ofJails(&host) + ofNetif(host) + slips(host).flatMap { ofSlip($0, host) }
  }

  /// Where nobody tells which cards there are, a name may be one's; it is no error, but hardly meant
  /// when another is there that is nearly the same.
  private static func ofSlip(
    _ slip: (name: String, similar: String), _ host: ExaminedHost
  ) -> [Finding] {
    host.forecast.jails.compactMap { jail in
      let places = host.mentions(of: slip.name, by: jail)
      guard !places.isEmpty else { return nil }
      return finding(
        spoken(
          "jail \(jail.name) needs interface \(slip.name), which nothing creates; "
            + "there is \(slip.similar)"),
        at: places.map { FindingPlace($0) }, severity: .warning
      )
      .with(effect: spoken("unless it is a network card, jail \(jail.name) is not created"))
      .about(jails: [jail.name])
    }
  }

  private static func ofJails(_ host: inout ExaminedHost) -> [Finding] {
    host.ownFailures.compactMap { failure in
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
    let similar = host.forecast.interfaces.lazy.map(\.interface.name).first { other in
      let bytes = Array(other.utf8)
      guard bytes.count == wanted.count, bytes.count > 2 else { return false }
      return zip(bytes, wanted).count { $0 != $1 } == 1
    }
    return similar ?? nameMeant(by: name, host)
  }

  /// The first names that may be a card's, and are nearly those of others that are there.
  private static func slips(_ host: ExaminedHost) -> [(name: String, similar: String)] {
    host.forecast.interfaces.lazy.map(\.interface).filter { $0.presence == .supposed }.prefix(8)
      .compactMap { interface in
        nameMeant(by: interface.name, host).map { (name: interface.name, similar: $0) }
      }
  }

  /// An interface that is there, of the same number and with nearly the same letters, of which there
  /// are too many for both to be names of drivers.
  private static func nameMeant(by name: String, _ host: ExaminedHost) -> String? {
    let driver = DriverName(name).driver
    guard driver.utf8.count > 4 else { return nil }
    let unit = name.dropFirst(driver.count)
    let others = host.forecast.interfaces.lazy.map(\.interface).filter { other in
      let driver = DriverName(other.name).driver
      return other.presence != .supposed && driver.utf8.count > 4
        && other.name.dropFirst(driver.count) == unit
    }
    return closest(to: name, among: others.map(\.name))
  }
}
