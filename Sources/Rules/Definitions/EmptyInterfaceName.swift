import HostModel
import Phrases
import SourceText

/// A jail puts its addresses on an interface without a name.
///
/// ## Why
/// `interface = "";` sets the parameter to an empty text: ifconfig(8) is called with it and finds no
/// such interface. Only `interface;` takes the parameter back, so that bare addresses are used as
/// they are found (usr.sbin/jail/config.c, add_param; command.c, run_command). The same comes of a
/// bar with nothing in front of it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// interface = "em0";
/// www {
///   path = "/jails/www";
///   interface = "";
///   ip4.addr = "192.0.2.10";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// interface = "em0";
/// www {
///   path = "/jails/www";
///   interface;
///   ip4.addr = "192.0.2.10";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write `interface;`: the jail uses the address as the host has it, and its stop leaves it alone.
/// - Name the interface: the jail adds the address, and its stop removes it.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum EmptyInterfaceName: FailureRule {
  static let name: RuleName = "empty-interface-name"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding) else { return [] }
    let statement = JailStatement(at: host.place(of: .interface, in: jail), host)
    let isParameter = statement?.name == "interface"
    let items = (jail.definition?.readableAddresses ?? []).filter { $0.interface == "" }
      .compactMap { AddressItem($0, host) }.flatMap(\.withoutInterface)
    return [
      Fix(
        spoken("write interface; in place of the empty name"),
        meaning:
          spoken(
            "jail \(jail.name) uses its addresses as the host has them; stopping it leaves them"),
        .safe, making: isParameter ? statement.map { [$0.replaced(by: "interface;")] } : nil),
      Fix(
        spoken("remove the bar with nothing in front"),
        meaning: spoken(
          "jail \(jail.name) uses the address as the host has it; stopping it leaves that"),
        .safe, making: items),
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.step.flatMap({ host.forecast.interface(ofStep: $0) }) == "",
      let step = failure.addressStep(host.forecast)
    else { return nil }
    var places = host.places(of: step)
    if let place = host.place(of: .interface, in: failure.jail) { places.insert(place, at: 0) }
    var known: [FindingPlace] = []
    for place in places where !known.contains(where: { $0.place == place }) {
      known.append(FindingPlace(place))
    }
    return finding(
      spoken("jail \(failure.jail.name) puts its addresses on an interface without a name"),
      at: known,
      of: failure, host)
  }
}
