import HostModel
import Phrases

/// A jail needs an interface that another jail has taken into its own network stack.
///
/// ## Why
/// `vnet.interface` moves the interface out of the host's stack until that jail stops
/// (sys/net/if.c, if_vmove); for the host and for other jails it does not exist meanwhile.
///
/// ## Example
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// router { vnet; vnet.interface = "em1"; }
/// www { ip4.addr = "em1|198.51.100.5"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// router { vnet; vnet.interface = "em1"; }
/// www { ip4.addr = "em0|192.0.2.31"; }
/// ```
///
/// ## Ways out
/// - Put the address on another interface.
/// - Give the vnet jail an epair(4) that is bridged with the interface.
///
/// ## Ignore it when
/// The two jails never run at the same time.
enum InterfaceTakenByVnetJail: FailureRule {
  static let name: RuleName = "interface-taken-by-vnet-jail"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard let missing = MissingInterface(failure, host), case .moved(let taker) = missing.cause
    else { return nil }
    let place = host.forecast.jail(named: taker).flatMap { host.place(of: .vnetInterface, in: $0) }
    return finding(
      spoken("jail \(failure.jail.name) needs \(missing.interface), which jail \(taker) has taken"),
      at: missing.places(host)
        + [place].compactMap { $0 }.map { FindingPlace($0, spoken("takes it")) },
      of: failure, host)
  }
}
