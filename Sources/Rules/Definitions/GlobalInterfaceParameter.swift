import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// `interface` in the global part of jail.conf(5) puts the bare addresses of all jails on it.
///
/// ## Why
/// jail(8) sets and removes every address that has an interface, written with it or taken from this
/// parameter, as /32 or /128 (usr.sbin/jail/command.c, run_command). An address that only was to be
/// used as it is becomes one that the jail's stop takes off.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// interface = "em0";
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "192.0.2.31"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "em0|192.0.2.31"; }
/// ```
///
/// ## Ways out
/// - Write the interface with each address that the jail is to bring.
/// - Write `interface;` in the block of a jail that uses an address of the host: its stop leaves it.
///   `interface = "";` does not do it.
///
/// ## Ignore it when
/// All jails bring their addresses.
enum GlobalInterfaceParameter: Rule {
  static let name: RuleName = "global-interface-parameter"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let places = host.forecast.files.jailConf.compactMap { source in
      source.tree.items.lazy.compactMap { item -> Place? in
        guard item.parent == nil, case .parameter(let parameter) = item.kind,
          source.tree.name(of: parameter) == "interface",
          let value = source.tree.values(of: parameter).last
        else { return nil }
        return Place(path: source.file.path, span: value.span)
      }.first
    }
    guard !places.isEmpty else { return [] }
    return places.compactMap { place in
      let jails = host.forecast.jails.filter { jail in
        guard let definition = jail.definition,
          definition.parameter(.interface)?.values.last?.origin.place == place
        else { return false }
        return definition.addresses.contains { !$0.value.text.contains("|") }
      }
      guard let first = jails.first, let interface = first.definition?.interface else { return nil }
      let noun = jails.count == 1 ? spoken("jail \(first.name)") : spoken("\(jails.count) jails")
      return finding(
        spoken("interface puts bare addresses of \(noun) on \(interface)"),
        at: [FindingPlace(place)]
      )
      .with(effect: spoken("stopping a jail removes its addresses"))
      .about(jails: jails.map(\.name))
    }
  }
}
