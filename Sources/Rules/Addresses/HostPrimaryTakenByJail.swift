import HostModel
import Phrases
import SourceText

/// A jail names the primary address of an interface together with the interface.
///
/// ## Why
/// The start re-adds the address: IPv4 gets the jail's mask, /32 if none is written, and the routes
/// of the network, the default route among them, go with the old one (sys/netinet/in.c). The stop of
/// the jail, or the failure of its start, takes the address off by value (usr.sbin/jail/command.c,
/// run_command), and the host is out of reach.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// defaultrouter="192.0.2.1"
/// jail_enable="YES"
/// == /etc/jail.conf
/// app {
///   path = "/jails/app";
///   ip4.addr = "em0|192.0.2.10";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// app {
///   path = "/jails/app";
///   ip4.addr = "192.0.2.10";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Drop `em0|`: the jail uses the host's address, and its stop leaves it alone.
/// - Set `ip4 = inherit`: the jail has all addresses of the host; nothing is added or removed.
/// - Give the jail an address of its own; with an interface in front its stop takes that one off.
///
/// ## Ignore it when
/// Never while the host is reached by that address.
enum HostPrimaryTakenByJail: Rule {
  static let name: RuleName = "host-primary-taken-by-jail"
  static let severity = Severity.error
  static let reach = Reach.network
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    SharedAddress(finding, &host)?.fixes(host) ?? []
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let losses = host.losses.all
    return losses.indices.compactMap { number in
      guard let setter = losses[number].setter, !host.forecast.isAlias(setter) else { return nil }
      let loss = losses[number]
      guard let index = loss.step, let jail = loss.jail, !loss.address.hasVirtualHost else {
        return nil
      }
      let owned = OwnedAddress(loss, host)
      let isRollback = host.forecast.isRollback(index)
      let taker = host.forecast.jail(named: jail)
      let severity = loss.isTrial ? taker.map { host.forecast.trialSeverity(of: $0) } : nil
      return finding(
        spoken(
          "jail \(jail) takes over \(loss.address.address)/\(loss.address.prefixLength), the primary "
            + "address of \(loss.interface)"),
        at: owned.places(ofStep: index, asks: true, &host), severity: severity
      )
      .leading(to: index, in: host.forecast)
      .with(effect: effect(loss, jail, isRollback: isRollback))
      .about(jails: [jail], addresses: [loss.address.address])
      // what makes the start fail is the cause, and is told first
      .asConsequence(isRollback)
      .asTrial(loss.isTrial)
    }
  }

  private static func effect(_ loss: HostLoss, _ jail: String, isRollback: Bool) -> String {
    switch loss.kind {
    case .removed:
      let who = isRollback ? spoken("the failed start of jail \(jail)") : spoken("jail \(jail)")
      return spoken("\(who) takes \(loss.address.address) off \(loss.interface)")
    case .replaced(let length):
      return (loss.isTrial ? spoken("once jail \(jail) starts, ") : "")
        + spoken(
          "\(loss.interface) has \(loss.address.address)/\(length), and the routes of its "
            + "network are gone")
    case .held, .moved:
      return spoken("stopping jail \(jail) takes \(loss.address.address) off \(loss.interface)")
    }
  }
}
