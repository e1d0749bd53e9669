import HostModel
import Phrases

/// Two jails have the same root.
///
/// ## Why
/// Nothing keeps two jails from running in one root: they write the same files, run the same
/// services, and each takes the other's pid files for its own. Mostly a block was copied and its path
/// forgotten.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// git { path = "/jails/www"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// git { path = "/jails/git"; }
/// ```
///
/// ## Ways out
/// - Give each jail a root of its own, `path = "/jails/$name";` for all of them.
///
/// ## Ignore it when
/// The root is read-only, or the host's own `/`.
enum JailPathShared: Rule {
  static let name: RuleName = "jail-path-shared"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let isAskedAside = true

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var first: [NameKey: Int] = [:]
    first.reserveCapacity(host.forecast.jails.count)
    var found: [Finding] = []
    for index in host.forecast.jails.indices {
      let jail = host.forecast.jails[index]
      guard let path = jail.definition?.path, path != "/", !path.isEmpty,
        let other = first.updateValue(index, forKey: NameKey(path))
      else { continue }
      let names = [host.forecast.jails[other].name, jail.name]
      let places = [index, other].compactMap { index -> FindingPlace? in
        let jail = host.forecast.jails[index]
        let place = host.place(of: .path, in: jail) ?? host.place(of: jail)
        return place.map { FindingPlace($0, spoken("jail \(jail.name)")) }
      }
      found.append(
        finding(
          spoken("jails \(names.joined(separator: spoken(" and "))) have the same root, \(path)"),
          at: places
        )
        .with(effect: spoken("both write the same files"))
        .about(jails: names))
    }
    return found
  }
}
