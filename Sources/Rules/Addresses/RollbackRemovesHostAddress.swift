import HostModel
import Phrases
import SourceText

/// The failed start of a jail takes an address off that the host had.
///
/// ## Why
/// When a start fails, jail(8) undoes what it did so far, and removes each address it named with an
/// interface, whoever put it there (usr.sbin/jail/command.c, finish_command). An address that was
/// there before, and that the start had merely confirmed, is gone.
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
///   exec.prestart = "false";
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
/// - Mend what makes the start fail; it is told as a finding of its own.
/// - Drop `em0|`: then neither a failed start nor a stop touches the address.
///
/// ## Ignore it when
/// Never: it is the harm that another fault does.
enum RollbackRemovesHostAddress: Rule {
  static let name: RuleName = "rollback-removes-host-address"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    [SharedAddress(finding, &host)?.dropInterface(host)].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let losses = host.losses.all
    return losses.indices.compactMap { number in
      guard case .removed = losses[number].kind, let index = losses[number].step,
        let jail = losses[number].jail, host.forecast.isRollback(index)
      else { return nil }
      let owned = OwnedAddress(losses[number], host)
      guard !owned.isPrimary, !owned.address.hasVirtualHost else { return nil }
      let (assigned, interface) = (owned.address, owned.interface)
      return finding(
        spoken(
          "the failed start of jail \(jail) takes \(assigned.spelling) off \(interface)"),
        at: owned.places(ofStep: index, asks: false, &host)
      )
      .leading(to: index, in: host.forecast)
      .with(effect: spoken("\(interface) loses \(assigned.address)"))
      .about(jails: [jail], addresses: [assigned.address])
      .saying(interface, assigned.prefixLength)
      .asConsequence()
      .asTrial(losses[number].isTrial)
    }
  }
}
