import HostModel
import Phrases
import SourceText

/// A jail gives an IPv4 address of the host another mask.
///
/// ## Why
/// Unlike IPv6, adding an IPv4 address that is there never fails: the kernel removes it and adds it
/// with the new mask (sys/netinet/in.c, in_aifaddr_ioctl). Nothing is printed. With the old mask goes
/// the route to the network, and stopping the jail takes the address off altogether.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 198.51.100.5/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|198.51.100.5";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "198.51.100.5";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Drop `em0|`: the host owns the address, and stopping the jail leaves it alone.
/// - Write the host's length on the jail's side: the mask stays, the jail's stop takes the address.
/// - Remove the alias from rc.conf(5): the address comes and goes with the jail.
///
/// ## Ignore it when
/// Nothing but the jail uses the address, and no route depends on its mask.
enum MaskReplacedByJail: Rule {
  static let name: RuleName = "mask-replaced-by-jail"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    SharedAddress(finding, &host)?.fixes(host) ?? []
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let boot = host.forecast.replacedSteps
    let trial = host.forecast.trialSteps.indices.filter {
      host.forecast.trialSteps[$0].outcome == .replaced
    }
    return (boot + trial.map { $0 + host.forecast.steps.count }).flatMap { index in
      host.forecast.step(index).effects.compactMap { effect in
        guard case .replaced(let old, let length) = effect else { return nil }
        return finding(index, old, Int(length), &host)
      }
    }
  }

  private static func finding(
    _ index: Int, _ old: AssignedAddress, _ length: Int, _ host: inout ExaminedHost
  ) -> Finding? {
    let step = host.forecast.step(index)
    guard let jail = step.jail, let interface = step.interface, !old.isJails,
      old.prefixLength != length
    else { return nil }
    let owned = OwnedAddress(old, on: interface, &host)
    guard !owned.isPrimary, !old.hasVirtualHost else { return nil }
    let isTrial = index >= host.forecast.steps.count
    return finding(
      spoken(
        "jail \(jail) makes \(old.address)/\(old.prefixLength) of the host on \(interface) "
          + "a /\(length)"), at: owned.places(ofStep: index, asks: true, &host)
    )
    .leading(to: index, in: host.forecast)
    .with(
      effect: (isTrial ? spoken("once jail \(jail) starts, ") : "")
        + spoken(
          "\(interface) has \(old.address)/\(length) and loses the route to the network of "
            + "/\(old.prefixLength)")
    )
    .about(jails: [jail], addresses: [old.address])
    .asTrial(isTrial)
  }
}
