import HostModel
import Phrases

/// Several jails have the same address.
///
/// ## Why
/// The kernel allows it when each has just that one of the family. They then share its ports. If one
/// of them names the address together with an interface, its stop takes the address off for all of
/// them (usr.sbin/jail/command.c, run_command).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "em0|192.0.2.31"; }
/// git { ip4.addr = "em0|192.0.2.31"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { ip4.addr = "em0|192.0.2.31"; }
/// git { ip4.addr = "em0|192.0.2.32"; }
/// ```
///
/// ## Ways out
/// - Give each jail an address of its own.
/// - Share it on purpose: let rc.conf(5) set it and write it without an interface in each jail, so
///   that no stop removes it; then silence this with a reason.
///
/// ## Ignore it when
/// The jails serve distinct ports of one public address.
enum AddressSharedByJails: Rule {
  static let name: RuleName = "address-shared-by-jails"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.users.shared.compactMap { address in
      let named = host.users[address]
      let all = Set(named.map { host.forecast.jails[$0.jail].name })
      // a jail in another one has no addresses but that one's
      let users = named.filter { !isWithin(all, host.forecast.jails[$0.jail].name) }
      let names = users.map { host.forecast.jails[$0.jail].name }
      // a list that names it twice, and a start that clashes, have findings of their own
      guard Set(names).count > 1, !clashes(address, users, host) else { return nil }
      let owner = users.first { $0.address.interface != nil }
      let jails = names.prefix(3).joined(separator: ", ")
      let more = names.count > 3 ? spoken(" and \(names.count - 3) more") : ""
      let places = zip(users, names).flatMap { user, name in
        user.address.places(host, asks: false).map {
          FindingPlace($0.place, spoken("jail \(name)"))
        }
      }
      let found = finding(
        spoken("\(address) is shared by jails \(jails)\(more)"), at: places,
        severity: owner == nil ? .info : .warning
      )
      .about(jails: names, addresses: [address])
      return owner.map { owner in
        let name = host.forecast.jails[owner.jail].name
        return found.with(
          effect: spoken("stopping jail \(name) takes \(address) away from the others"))
      } ?? found.with(effect: spoken("the jails share its ports"))
    }
  }

  /// Whether a jail around this one is among some.
  private static func isWithin(_ names: Set<String>, _ name: String) -> Bool {
    var outer = name[...]
    while let dot = outer.lastIndex(of: ".") {
      outer = outer[..<dot]
      if names.contains(String(outer)) { return true }
    }
    return false
  }

  private static func clashes(
    _ address: IPAddress, _ users: [AddressUser], _ host: ExaminedHost
  ) -> Bool {
    let word = address.family == .inet ? "IPv4 addresses clash" : "IPv6 addresses clash"
    return users.contains { user in
      let jail = host.forecast.jails[user.jail]
      return jail.error == word || jail.trial?.error == word
    }
  }
}
