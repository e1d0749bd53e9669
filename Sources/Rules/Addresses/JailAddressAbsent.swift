import HostModel
import Phrases
import SourceText

/// A jail runs with an address that no interface of the host has.
///
/// ## Why
/// An address without an interface in front is only lent to the jail: nothing configures it, and the
/// kernel does not look whether it is there (sys/kern/kern_jail.c). Services in the jail can't bind it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.31/32"
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Add the address to rc.conf(5) as an alias: the host owns it, and the jail's stop leaves it alone.
/// - Name the interface in the jail's setting: the address comes and goes with the jail.
///
/// ## Ignore it when
/// Something else brings the address later: CARP, a script, DHCP.
enum JailAddressAbsent: Rule {
  static let name: RuleName = "jail-address-absent"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let address = finding.addresses.first,
      let asked = jail.definition?.readableAddresses.first(where: { $0.address == address })
    else { return [] }
    let holders = host.forecast.interfacesAfterNetif.filter { entry in
      entry.addresses.contains { other in
        other.prefixLength > 0 && other.prefixLength < address.family.hostLength
          && other.network.contains(address)
      }
    }
    guard holders.count == 1, let interface = holders.first?.interface.name else { return [] }
    let length = address.family.hostLength
    let alias = Fix(
      spoken("add \(address)/\(length) to \(interface) by \(host.freeAlias(of: interface))"),
      meaning: spoken("the host owns the address, and stopping jail \(jail.name) leaves it"),
      .review,
      making: host.addingAlias(address, length, on: interface).map { [$0] },
      commands: ["ifconfig \(interface) \(address.family.rawValue) \(address)/\(length) alias"])
    let item = AddressItem(asked, host).flatMap { $0.withInterface(interface) }
    let named = Fix(
      spoken("write \(interface)| in front of \(address)"),
      meaning: spoken("the address comes and goes with jail \(jail.name)"), .review,
      making: item.map { [$0] })
    return [alias, named].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let leased = host.forecast.interfaces.first { !$0.interface.unknownAddresses.isEmpty }?
      .interface
    // that an alias is not applied is another finding
    let ignored = Set(host.forecast.ignored.map(\.address))
    let running = host.forecast.jails.filter { !$0.absentAddresses.isEmpty }
      .flatMap { jail in
        jail.absentAddresses.filter { !ignored.contains($0) }
          .map { finding(jail, $0, spoken("runs with"), leased, host) }
      }
    let idle = host.forecast.jails.filter { jail in
      // without a word on services the files may be a part of a host's, and tell of no address
      jail.trial?.hasFailed == false && !jail.hasOwnStack
        && (leased != nil || host.forecast.trialSeverity(of: jail) == .warning)
    }
    guard !idle.isEmpty else { return running }
    let told = ignored.union(host.forecast.interfaces.flatMap(\.addresses).map(\.address))
    return running
      + idle.flatMap { jail in
        (jail.definition?.readableAddresses ?? [])
          .filter { $0.interface == nil && !told.contains($0.address) }
          .map { finding(jail, $0.address, spoken("is to have"), leased, host).asTrial(true) }
      }
  }

  /// - Parameter leased: an interface of which not all addresses are known: it may have this one.
  private static func finding(
    _ jail: JailForecast, _ address: IPAddress, _ what: String, _ leased: NetworkInterface?,
    _ host: ExaminedHost
  ) -> Finding {
    let asked = jail.definition?.readableAddresses.first { $0.address == address }
    let places = asked?.places(host, asks: false) ?? []
    let found = finding(
      spoken("jail \(jail.name) \(what) \(address), which no interface has"),
      at: places.isEmpty
        ? [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) } : places,
      severity: leased == nil ? .warning : .info
    )
    .with(effect: spoken("jail \(jail.name) is without \(address)"))
    .about(jails: [jail.name], addresses: [address])
    guard let leased, let reason = leased.unknownAddresses.first else { return found }
    return found.depending(on: .liveState(spoken("\(leased.name) has \(reason)")))
  }
}
