import HostModel
import Phrases
import SourceText

/// A jail takes over an alias that the host has with the same prefix length.
///
/// ## Why
/// Starting the jail changes nothing, for the address is there as the jail wants it. But jail(8)
/// removes every address it names with an interface when the jail stops, whoever put it there
/// (usr.sbin/jail/command.c, run_command with -alias). From then on the host is without it until the
/// next boot.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20/32"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.20";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "192.0.2.20";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Drop `em0|`: the host owns the alias, and stopping the jail leaves it alone.
/// - Remove the alias from rc.conf(5): the address belongs to the jail and goes with it.
///
/// ## Ignore it when
/// Nothing but the jail uses the address.
enum HostAddressTakenByJail: Rule {
  static let name: RuleName = "host-address-taken-by-jail"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    SharedAddress(finding, &host)?.fixes(host) ?? []
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let losses = host.losses.all
    var found: [Finding] = []
    // nearly each is one: a list of so many that grows moves as many again
    found.reserveCapacity(losses.count)
    for number in losses.indices {
      if let finding = explain(losses[number], &host) { found.append(finding) }
    }
    return found
  }

  private static func explain(_ loss: borrowing HostLoss, _ host: inout ExaminedHost) -> Finding? {
    guard loss.isHeld, let index = loss.step, let jail = loss.jail else { return nil }
    let owned = OwnedAddress(loss, host)
    guard !owned.isPrimary, !owned.address.hasVirtualHost else { return nil }
    let (assigned, interface) = (owned.address, owned.interface)
    return finding(
      spoken(
        "jail \(jail) takes over \(assigned.spelling) on \(interface), which the host sets, too"),
      at: owned.places(ofStep: index, asks: false, &host)
    )
    .leading(to: index, in: host.forecast)
    .with(effect: spoken("stopping jail \(jail) takes \(assigned.spelling) off \(interface)"))
    .about(jails: [jail], addresses: [assigned.address])
    .saying(interface, assigned.prefixLength)
    .asTrial(loss.isTrial)
  }
}
