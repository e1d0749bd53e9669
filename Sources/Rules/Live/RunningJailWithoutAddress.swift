import HostModel
import Phrases
import SourceText

/// A jail runs, and one of its addresses is on no interface of the host.
///
/// ## Why
/// The kernel doesn't take an address from a jail when it leaves the interface (sys/kern/kern_jail.c):
/// the jail goes on, and its services can't be reached and can't bind the address anew. It happens when
/// another jail with the same address stops, when a start fails and is undone, at a renewed lease of
/// DHCP, and by restarting the network.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   persist;
/// }
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
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
/// ```
///
/// ## Ways out
/// - Put the address back by ifconfig(8): the jail has it at once.
/// - Restart the jail, if it names the address with an interface.
///
/// ## Ignore it when
/// The address moves between hosts, and is elsewhere now.
enum RunningJailWithoutAddress: Rule {
  static let name: RuleName = "running-jail-without-address"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first, let name = finding.jails.first else { return [] }
    let jail = host.forecast.jail(named: name)
    let asked = jail?.definition?.readableAddresses.first { $0.address == address }
    let planned = host.planned(finding)
    guard let interface = asked?.interface ?? planned?.interface,
      let length = asked?.interface == nil ? planned?.address.prefixLength : asked?.prefixLength
    else { return [] }
    return [
      .manual(
        spoken("put \(address)/\(length) back on \(interface)"),
        because: spoken("jail \(name) has it at once, without a restart"),
        commands: [LiveCommand.add(address, length, on: interface)])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard let comparison = host.comparison else { return [] }
    return (host.forecast.facts.live?.runningJails ?? []).flatMap { jail in
      guard jail.hasOwnStack == false else { return [Finding]() }
      return (jail.addresses ?? []).filter { !comparison.isPresent($0) }.map { address in
        finding(jail, address, &host)
      }
    }
  }

  private static func finding(
    _ jail: LiveJail, _ address: IPAddress, _ host: inout ExaminedHost
  ) -> Finding {
    let planned = jail.name.flatMap { host.forecast.jail(named: $0) }
    let asked = planned?.definition?.readableAddresses.first { $0.address == address }
    let place = asked.flatMap { host.place(of: $0) } ?? planned.flatMap { host.place(of: $0) }
    return finding(
      spoken("jail \(jail.title) runs with \(address), which no interface has now"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }
    )
    .with(effect: spoken("nothing reaches jail \(jail.title) at \(address)"))
    .about(jails: [jail.title], addresses: [address])
  }
}
