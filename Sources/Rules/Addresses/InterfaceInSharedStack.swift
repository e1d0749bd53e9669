import HostModel
import Phrases
import SourceText

/// `vnet.interface` is set for a jail that shares the host's network stack.
///
/// ## Why
/// jail(8) moves the interface into the jail's own stack. A jail without `vnet` has none: the
/// interface is where it was, the kernel says `File exists`, and the jail is not created
/// (sys/net/if.c, if_vmove_loan).
///
/// ## Example
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   vnet.interface = "em1";
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
///   vnet.interface = "em1";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Add `vnet;` to give the jail a network stack of its own, and set its addresses inside.
/// - Remove `vnet.interface`.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum InterfaceInSharedStack: FailureRule {
  static let name: RuleName = "interface-in-shared-stack"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let statement = JailStatement(at: host.place(of: .vnetInterface, in: jail), host)
    else { return [] }
    return [
      Fix(
        spoken("add vnet to jail \(jail.name)"),
        meaning: spoken("the jail has a network stack of its own: its addresses are set inside"),
        .review, making: [statement.followed(by: "vnet;")]),
      Fix(
        spoken("remove vnet.interface of jail \(jail.name)"),
        meaning: spoken(
          "the jail shares the host's network stack, and the host keeps the interface"),
        .review, making: [statement.removal]),
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix("SIOCSIFVNET: File exists"),
      failure.jail.definition?.hasOwnStack != true
    else { return nil }
    let interfaces = (failure.jail.definition?.values(.vnetInterface) ?? []).map(\.text)
    return finding(
      spoken(
        "jail \(failure.jail.name) is to get \(interfaces.joined(separator: ", ")) without vnet"),
      at: [host.place(of: .vnetInterface, in: failure.jail) ?? host.place(of: failure.jail)]
        .compactMap { $0 }.map { FindingPlace($0) },
      of: failure, host)
  }
}
