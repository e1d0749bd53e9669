import HostModel
import Phrases
import SourceText

/// A jail runs with other addresses than its configuration names.
///
/// ## Why
/// A jail keeps what it was created with: a changed file counts from its next start on (jail(8)). Until
/// then the addresses that were added are not there, and those that were removed still are; what the
/// forecast says of the jail is true after its restart only.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31", "em0|192.0.2.32";
///   persist;
/// }
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet 192.0.2.31 netmask 0xffffffff broadcast 192.0.2.31
/// == live: jls
/// jid=3 name=www path=/jails/www vnet=inherit ip4.addr=192.0.2.31
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet 192.0.2.31 netmask 0xffffffff broadcast 192.0.2.31
///   inet 192.0.2.32 netmask 0xffffffff broadcast 192.0.2.32
/// == live: jls
/// jid=4 name=www path=/jails/www vnet=inherit ip4.addr=192.0.2.31,192.0.2.32
/// ```
///
/// ## Ways out
/// - Restart the jail: `service jail restart NAME`, or by what starts it.
///
/// ## Ignore it when
/// The change is meant for the next boot.
enum RunningJailOutdated: Rule {
  static let name: RuleName = "running-jail-outdated"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let running = host.runningJails
    guard !running.isEmpty else { return [] }
    return host.forecast.jails.compactMap { jail in
      guard let live = running[jail.name], live.hasOwnStack == false, let present = live.addresses,
        jail.state == .running, !jail.hasOwnStack
      else { return nil }
      let missing = jail.addresses.filter { !present.contains($0) }
      let extra = present.filter { !jail.addresses.contains($0) }
      // of a jail that shares all addresses of the host, jls(8) may list them
      guard !missing.isEmpty || !extra.isEmpty && !jail.addresses.isEmpty else { return nil }
      return finding(
        spoken("jail \(jail.name) runs \(words(missing, extra))"),
        at: places(jail, missing, host)
      )
      .with(effect: spoken("its configuration counts from its next start on"))
      .about(jails: [jail.name], addresses: missing + extra)
    }
  }

  private static func words(_ missing: [IPAddress], _ extra: [IPAddress]) -> String {
    let lists = [
      (spoken("without"), missing, spoken("names")),
      (spoken("with"), extra, spoken("doesn't name")),
    ]
    return lists.filter { !$0.1.isEmpty }.map { word, addresses, verb in
      let list = addresses.map(\.description).joined(separator: spoken(" and "))
      return spoken("\(word) \(list), which its configuration \(verb)")
    }.joined(separator: spoken(", and "))
  }

  private static func places(
    _ jail: JailForecast, _ missing: [IPAddress], _ host: ExaminedHost
  ) -> [FindingPlace] {
    let asked = (jail.definition?.readableAddresses ?? []).filter { missing.contains($0.address) }
    let places = asked.compactMap { host.place(of: $0) }
    return (places.isEmpty ? [host.place(of: jail)].compactMap { $0 } : places)
      .map { FindingPlace($0) }
  }
}
