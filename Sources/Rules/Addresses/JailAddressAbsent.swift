import HostModel

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

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.filter { !$0.absentAddresses.isEmpty }.flatMap { jail in
      let written = jail.definition?.readableAddresses ?? []
      let leased = host.forecast.interfaces.first { !$0.interface.unknownAddresses.isEmpty }
      return jail.absentAddresses.map { address in
        let asked = written.first { $0.address == address }
        let places = asked?.places(host, asks: false) ?? []
        let found = finding(
          "jail \(jail.name) runs with \(address), which no interface has",
          at: places.isEmpty
            ? [host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) } : places
        )
        .with(effect: "jail \(jail.name) is without \(address)")
        .about(jails: [jail.name], addresses: [address])
        return leased.map { entry in
          found.depending(
            on: .liveState(
              "\(entry.interface.name) has \(entry.interface.unknownAddresses[0])"))
        } ?? found
      }
    }
  }
}
