import HostModel
import Phrases
import SourceText

/// A jail is given an address that no host can have: all zeros or all ones.
///
/// ## Why
/// The kernel refuses 0.0.0.0, 255.255.255.255 and :: in a jail's list without saying which is meant
/// (sys/kern/kern_jail.c, kern_jail_set). They stand for "any" in other programs; a jail that is to
/// have all addresses of the host is told so by `ip4 = inherit`.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "0.0.0.0";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4 = "inherit";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Set `ip4 = inherit` or `ip6 = inherit`: the jail has all addresses; nothing is added or removed.
/// - Name the addresses.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum AddressUnspecified: FailureRule {
  static let name: RuleName = "address-unspecified"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let address = finding.addresses.first,
      address.isUnspecified, let statement = JailStatement(at: finding.places.first?.place, host),
      statement.values.count == 1
    else { return [] }
    let parameter = address.family == .inet ? "ip4" : "ip6"
    return [
      Fix(
        spoken("set \(parameter) = inherit in place of \(address)"),
        meaning: spoken(
          "jail \(jail.name) has all addresses of the host; stopping it removes none"),
        .review, making: [statement.replaced(by: "\(parameter) = inherit;")])
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "jail_set: Invalid argument" else { return nil }
    let asked = (failure.jail.definition?.readableAddresses ?? []).first { isRefused($0.address) }
    return asked.map { asked in
      finding(
        spoken("jail \(failure.jail.name) is given \(asked.address), which is no host's address"),
        at: asked.places(host, asks: false), of: failure, host
      )
      .about(addresses: [asked.address])
    }
  }

  private static func isRefused(_ address: IPAddress) -> Bool {
    if case .inet(let inet) = address, inet.value == .max { return true }
    return address.isUnspecified
  }
}
