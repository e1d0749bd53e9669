import HostModel
import Phrases
import SourceText

/// A jail has a network stack of its own and no interface in it.
///
/// ## Why
/// `vnet` gives the jail a new, empty network stack. Without `vnet.interface`, and without a command
/// that moves an interface in, nothing but its own loopback is in it. rc.d/jail makes every legacy
/// jail without `jail_NAME_ip` such a jail (libexec/rc/rc.d/jail, parse_options).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   vnet;
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="epair0"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   vnet;
///   vnet.interface = "epair0b";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Give it an interface by `vnet.interface`. The other end of an epair(4) has to be joined to the
///   network of the host by a bridge or a route.
/// - Remove `vnet`, and give it addresses of the host; set `jail_NAME_ip` for a legacy jail.
///
/// Where one end of an epair(4) is there that no jail has, `fix` offers it. Else neither an interface
/// nor an address can be told from the files.
///
/// ## Ignore it when
/// The jail is to be without a network.
enum VnetJailIsolated: Rule {
  static let name: RuleName = "vnet-jail-isolated"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host) else {
      return []
    }
    let taken = Set(host.forecast.jails.flatMap(\.interfaces))
    let free = host.interfacesAfterNetif.keys.filter { name in
      name.hasPrefix("epair") && name.hasSuffix("b") && !taken.contains(name)
    }
    guard free.count == 1, let name = free.first else { return [] }
    return [
      Fix(
        spoken("give \(name) to jail \(jail.name)"),
        meaning: spoken(
          "the jail can be reached once both ends of the epair have addresses, or a bridge"),
        .review, making: block.adding("vnet.interface = \"\(name)\";").map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.filter(\.hasOwnStack).compactMap { jail in
      guard jail.interfaces.isEmpty, let definition = jail.definition,
        !movesInterface(definition)
      else { return nil }
      let isLegacy = definition.kind == .ezjail || definition.kind == .variables
      let place = host.place(of: .vnet, in: jail) ?? host.place(of: jail)
      return finding(
        spoken("jail \(jail.name) comes up with an empty network stack")
          + (isLegacy ? spoken(", for it has no address") : ""),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
      )
      .with(effect: spoken("jail \(jail.name) is reached by nothing"))
      .about(jails: [jail.name])
    }
  }

  /// A command of the jail may bring an interface.
  private static func movesInterface(_ definition: JailDefinition) -> Bool {
    let hooks: [ParameterID] = [.prepare, .prestart, .created, .poststart]
    // managers bring the interfaces of such jails by themselves
    if definition.kind == .ezjail || definition.kind == .variables { return false }
    return !definition.kind.isJailConf
      || hooks.contains { id in definition.values(id).contains { !$0.text.isEmpty } }
  }
}
