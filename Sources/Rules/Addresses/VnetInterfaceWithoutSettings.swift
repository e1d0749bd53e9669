import HostModel
import Phrases
import SourceText

/// A vnet jail gets one interface, and its rc.conf(5) configures another.
///
/// ## Why
/// rc(8) in the jail configures what is there, by its name (libexec/rc/network.subr,
/// list_net_interfaces); settings of an interface that isn't are not looked at. The number of an
/// epair(4) is that of its creation, so it changes with the order in which jails are started, and a
/// copied jail keeps the name of the one that it was copied from.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="epair1"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.start = "/bin/sh /etc/rc";
///   vnet;
///   vnet.interface = "epair1b";
/// }
/// == /jails/www/etc/rc.conf
/// ifconfig_epair0b="inet 192.0.2.31/24"
/// ```
///
/// ## Repaired
/// ```
/// == /jails/www/etc/rc.conf
/// ifconfig_epair1b="inet 192.0.2.31/24"
/// ```
///
/// ## Ways out
/// - Name the interface in the jail's rc.conf(5) as it is called on the host.
/// - Give it a name that doesn't depend on an order: `exec.prestart = "ifconfig epair1b name www0"`.
///
/// ## Ignore it when
/// Something else configures the interface in the jail.
enum VnetInterfaceWithoutSettings: Rule {
  static let name: RuleName = "vnet-interface-without-settings"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.insides.compactMap { inside -> Finding? in
      guard inside.knowsInterfaces, inside.forecast.aborted == nil,
        let idle = inside.idleInterface, let (variable, interface) = inside.strayVariable
      else { return nil }
      let inner = host.inner(inside)
      let place = inner.written(inside.forecast.variables[variable]?.origin.place)
      let jail = host.forecast.jail(named: inside.jail)
      let moved = jail.flatMap { host.place(of: .vnetInterface, in: $0) }
      let places = [
        place.map { FindingPlace($0, spoken("the jail's setting")) },
        moved.map { FindingPlace($0, spoken("what is moved into it")) },
      ]
      return finding(
        spoken("jail \(inside.jail) gets \(idle) and configures \(interface)"),
        at: places.compactMap { $0 }
      )
      .with(effect: spoken("\(idle) is without an address in jail \(inside.jail)"))
      .about(jails: [inside.jail])
    }
  }
}

extension JailInside {
  /// An interface that is moved into the jail and that nothing there gives an address.
  fileprivate var idleInterface: String? {
    forecast.interfacesAfterNetif.first { entry in
      let interface = entry.interface
      return interface.presence != .created && !interface.driver.isLoopback
        && interface.bridge == nil && entry.addresses.isEmpty && interface.unknownAddresses.isEmpty
    }?.interface.name
  }

  /// A variable that configures an interface which the jail doesn't have.
  fileprivate var strayVariable: (name: String, interface: String)? {
    let present = Set(
      forecast.interfacesAfterNetif.map { InterfaceSettings.variableName($0.interface.name) })
    let renamed = Set(forecast.renamingSteps.compactMap { forecast.steps[$0].interface })
    for name in forecast.settings.plainNames.sorted() where name.hasPrefix("ifconfig_") {
      var stem = name.dropFirst("ifconfig_".count)
      for suffix in ["_ipv6", "_name", "_descr", "_aliases"] where stem.hasSuffix(suffix) {
        stem = stem.dropLast(suffix.count)
      }
      guard stem != "DEFAULT", !DriverName(String(stem)).isLoopback,
        !present.contains(String(stem)), !renamed.contains(String(stem)),
        forecast.variables[name]?.text.isEmpty == false
      else { continue }
      return (name, String(stem))
    }
    return nil
  }
}
