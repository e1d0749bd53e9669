import HostModel
import Phrases
import SourceText

/// A jail runs now, and its start at the next boot fails.
///
/// ## Why
/// It was started when the host's addresses were others than they are after a boot: before an alias
/// was added to rc.conf(5), after somebody created an interface by hand, or when the file said
/// something else. Nothing shows until the host restarts.
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
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// lo1: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> metric 0 mtu 16384
///   inet 198.51.100.1 netmask 0xffffffff
/// == live: jls
/// jid=3 name=www path=/jails/www vnet=inherit ip4.addr=198.51.100.1
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
/// - Mend what the next boot fails for: another finding tells it.
///
/// ## Ignore it when
/// The jail is to be gone with the next boot.
enum JailRunsOnlyUntilBoot: Rule {
  static let name: RuleName = "jail-runs-only-until-boot"
  static let severity = Severity.info
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let running = host.runningJails
    guard !running.isEmpty else { return [] }
    return host.forecast.jails.compactMap { jail in
      guard jail.state == .failed, running[jail.name] != nil else { return nil }
      return finding(
        spoken("jail \(jail.name) runs now and will not start at the next boot"),
        at: [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) }
      )
      .printing(jail.error)
      .with(effect: spoken("jail \(jail.name) is missing after the boot"))
      .about(jails: [jail.name])
      .asConsequence()
    }
  }
}
