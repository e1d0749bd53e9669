import HostModel
import Phrases
import SourceText

/// A jail lists the same address twice.
///
/// ## Why
/// The kernel refuses a list with an address in it twice, and says no more than `Invalid argument`
/// (sys/kern/kern_jail.c, kern_jail_set). With and without an interface, and in two spellings of
/// IPv6, it is the same address.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31", "192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Remove one of the two.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum AddressListedTwice: FailureRule {
  static let name: RuleName = "address-listed-twice"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let address = finding.addresses.first else {
      return []
    }
    let asked = (jail.definition?.readableAddresses ?? []).filter { $0.address == address }
    guard asked.count == 2 else { return [] }
    let areSame =
      asked[0].interface == asked[1].interface && asked[0].prefixLength == asked[1].prefixLength
    let items = zip(asked, AddressItem.both(asked, host)).reversed()
    return items.prefix(areSame ? 1 : 2).compactMap { asked, item in
      Fix(
        spoken("remove \(item.text) from jail \(jail.name)"),
        meaning: areSame
          ? spoken("the jail has the address once, as the other one says")
          : meaning(without: asked),
        areSame ? .safe : .review, making: item.removal(host).map { [$0] })
    }
  }

  private static func meaning(without removed: JailAddress) -> String {
    removed.interface == nil
      ? spoken("the jail adds the address, and stopping it takes that off")
      : spoken("the jail uses the address as the host has it, and stopping it leaves that")
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "jail_set: Invalid argument" else { return nil }
    var first: [IPAddress: JailAddress] = [:]
    for asked in failure.jail.definition?.readableAddresses ?? [] {
      guard let other = first.updateValue(asked, forKey: asked.address) else { continue }
      let places =
        asked.places(host, asks: false)
        + other.places(host, asks: false).map { FindingPlace($0.place, spoken("the same address")) }
      return finding(
        spoken("jail \(failure.jail.name) lists \(asked.address) twice"), at: places, of: failure,
        host
      )
      .about(addresses: [asked.address])
    }
    return nil
  }
}
