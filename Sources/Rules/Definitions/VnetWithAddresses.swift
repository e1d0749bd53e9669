import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail with a network stack of its own is given addresses of the host.
///
/// ## Why
/// The addresses of a vnet jail are set inside it; the kernel refuses to restrict them from outside
/// (sys/kern/kern_jail.c, kern_jail_set), even by `ip4 = inherit`. `vnet` or `ip4.addr` may come from
/// the global part of the file. By then jail(8) has put addresses with an interface on the host, and
/// takes them off again.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   vnet;
///   ip4.addr = "192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   vnet;
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Remove the addresses, and set them in the jail's own rc.conf(5).
/// - Remove `vnet` and `vnet.interface`: the jail shares the host's stack, and its stop takes off the
///   addresses that name an interface.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum VnetWithAddresses: FailureRule {
  static let name: RuleName = "vnet-with-addresses"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host) else {
      return []
    }
    func removal(_ names: Set<String>) -> [PlacedEdit] {
      block.statements.filter { names.contains($0.name ?? "") }.map(\.removal)
    }
    return [
      Fix(
        spoken("remove the addresses of jail \(jail.name)"),
        meaning: spoken(
          "the jail has its own network stack; set its addresses in its own rc.conf(5)"),
        .review, making: removal(["ip4.addr", "ip6.addr", "ip4", "ip6"])),
      Fix(
        spoken("remove vnet from jail \(jail.name)"),
        meaning:
          spoken(
            "the jail shares the host's stack, and stopping it takes off the addresses that name "
              + "an interface"), .review, making: removal(["vnet", "vnet.interface"])),
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "vnet jails cannot have IP address restrictions" else { return nil }
    let given = [ParameterID.inet, .inet6, .ip4, .ip6].compactMap {
      host.place(of: $0, in: failure.jail)
    }
    let stack = [ParameterID.vnet, .vnetInterface].compactMap {
      host.place(of: $0, in: failure.jail)
    }.first
    let places =
      given.map { FindingPlace($0, spoken("addresses of the host")) }
      + [stack].compactMap { $0 }.map { FindingPlace($0, spoken("a stack of its own")) }
    let known =
      places.isEmpty
      ? [host.place(of: failure.jail)].compactMap { $0 }.map { FindingPlace($0) } : places
    return finding(
      spoken("jail \(failure.jail.name) has a network stack of its own and is given addresses"),
      at: known, of: failure, host)
  }
}
