import HostModel
import Phrases
import SourceText

/// A jail that doesn't run can't be started now, and the next boot will start it.
///
/// ## Why
/// Its start meets the addresses of the running host, which are others than a boot sets. After an
/// alias was removed from rc.conf(5) it is still on its interface: IPv6 then refuses the jail's own
/// length with `Invalid argument` (sys/netinet6/in6.c, in6_validate_ifra).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_ipv6="inet6 2001:db8::10 prefixlen 64"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip6.addr = "em0|2001:db8::3";
///   persist;
/// }
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet6 2001:db8::10 prefixlen 64
///   inet6 2001:db8::3 prefixlen 64
/// == live: jls
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
///   inet6 2001:db8::10 prefixlen 64
/// ```
///
/// ## Ways out
/// - Take the address that is in the way off by ifconfig(8), and start the jail.
/// - Wait for the next boot.
///
/// ## Ignore it when
/// The jail is to start with the next boot only.
enum JailStartsOnlyAtBoot: Rule {
  static let name: RuleName = "jail-starts-only-at-boot"
  static let severity = Severity.info
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.jails.first, let jail = host.forecast.jail(named: name),
      let comparison = host.comparison
    else { return [] }
    let asked = jail.definition?.readableAddresses ?? []
    let commands = asked.compactMap { address -> String? in
      guard let interface = address.interface,
        case .otherLength = comparison.presence(
          of: address.address, length: address.prefixLength, on: interface),
        !comparison.planned.contains(where: { $0.address.address == address.address })
      else { return nil }
      return LiveCommand.remove(address.address, from: interface)
    }
    guard !commands.isEmpty else { return [] }
    return [
      .manual(
        spoken("take off what is in the way of jail \(name)"),
        because: spoken("then it can be started now"),
        commands: commands)
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard !host.forecast.startsNow.isEmpty else { return [] }
    return host.forecast.startsNow.filter(\.value.hasFailed).sorted { $0.key < $1.key }.map {
      name, trial in
      let jail = host.forecast.jail(named: name)
      return finding(
        spoken("jail \(name) can't be started now and will start at the next boot"),
        at: [jail.flatMap { host.place(of: $0) }].compactMap { $0 }.map { FindingPlace($0) }
      )
      .printing(trial.error)
      .about(jails: [name])
    }
  }
}
