import HostModel
import Phrases

/// A jail takes its addresses from what its host name resolves to.
///
/// ## Why
/// With `ip_hostname` jail(8) looks the name up when it starts the jail, at boot too
/// (usr.sbin/jail/config.c, check_intparams). Without an answer, because a name server is not reached
/// yet or is a jail itself, the jail is not created; with another answer it has other addresses.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   host.hostname = "www.example.org";
///   ip_hostname;
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   host.hostname = "www.example.org";
///   ip4.addr = "192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write the addresses.
/// - Keep `ip_hostname`, and put the name into hosts(5).
///
/// ## Ignore it when
/// hosts(5) has the name, or the name server is another machine that is always there.
enum AddressFromHostname: Rule {
  static let name: RuleName = "address-from-hostname"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let jails = host.forecast.jails.indices.filter {
      host.forecast.jails[$0].definition?.isTrue(.ipHostname) == true
    }
    guard !jails.isEmpty else { return [] }
    let failures = host.failures
    return jails.map { index in
      let jail = host.forecast.jails[index]
      let place = host.place(of: .ipHostname, in: jail) ?? host.place(of: jail)
      let places = [place].compactMap { $0 }.map { FindingPlace($0) }
      let name = jail.definition?.text(.hostname) ?? spoken("its host name")
      let message = spoken("jail \(jail.name) has the addresses that \(name) resolves to")
      let failure = failures.first {
        $0.position == index && $0.error.hasPrefix("host.hostname ")
      }
      if let failure { return finding(message, at: places, of: failure, host) }
      return finding(message, at: places, severity: .warning)
        .with(effect: spoken("jail \(jail.name) is not created while the name does not resolve"))
        .depending(on: .liveState(spoken("what the name resolves to at boot")))
        .about(jails: [jail.name])
    }
  }
}
