import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail of iocage was started with other addresses than its configuration names.
///
/// ## Why
/// iocage writes `/var/run/jail.ioc-NAME.conf` when it starts a jail, and stops the jail by that file
/// (iocage, ioc_json.py, JailRuntimeConfiguration). What was changed in config.json since is not in
/// it: the stop takes the old addresses off, those of the host among them.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// iocage_enable="YES"
/// == /iocage/jails/www/config.json
/// {
///     "CONFIG_VERSION": "29",
///     "boot": 1,
///     "host_hostuuid": "www",
///     "ip4_addr": "em0|192.0.2.32/32"
/// }
/// == /var/run/jail.ioc-www.conf
/// "ioc-www" {
///   ip4.addr += "em0|192.0.2.31/32";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /var/run/jail.ioc-www.conf
/// "ioc-www" {
///   ip4.addr += "em0|192.0.2.32/32";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Restart the jail: its stop goes by the old file, its start by the new one.
///
/// ## Ignore it when
/// The change is meant for the next boot.
enum RuntimeFileOutdated: Rule {
  static let name: RuleName = "runtime-file-outdated"
  static let severity = Severity.info
  static let reach = Reach.jail
  static let looksAtRunningHost = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding)?.definition else { return [] }
    return [
      .manual(
        spoken("restart jail \(jail.ownName)"), because: spoken("connections of the jail end"),
        commands: jail.restartCommands)
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.filter { $0.definition?.kind == .iocage }.compactMap { jail in
      guard let definition = jail.definition,
        let file = host.file(at: iocageRuntimeFile(ofJail: jail.name))
      else { return nil }
      let started = addresses(file)
      let named = definition.readableAddresses
      let old = started.filter { old in !named.contains { $0.isSame(as: old.address) } }
      guard let first = old.first else { return nil }
      let list = old.map { "\($0.address.spelling)" }.joined(separator: spoken(" and "))
      return finding(
        spoken("jail \(jail.name) was started with \(list), which its configuration doesn't name"),
        at: [FindingPlace(first.place)]
          + named.prefix(1).compactMap { host.place(of: $0) }.map { FindingPlace($0) }
      )
      .with(effect: spoken("its next stop goes by what it was started with"))
      .about(jails: [jail.name], addresses: old.map(\.address.address))
    }
  }

  /// The addresses that a file has, one a line, as iocage writes them.
  private static func addresses(_ file: SourceFile) -> [(address: JailAddress, place: Place)] {
    parseSettingLines(file.bytes).compactMap { line in
      let families: [String: AddressFamily] = ["ip4.addr": .inet, "ip6.addr": .inet6]
      guard let family = families[line.name], let text = line.value else { return nil }
      let place = Place(path: file.path, span: line.span)
      return JailAddress(
        JailValue(text: text, origin: .written(place)), family, interface: nil
      ).map { ($0, place) }
    }
  }
}

extension JailAddress {
  /// What a stop takes off an interface; the words are those of files.
  fileprivate var spelling: String {
    "\(interface.map { "\($0)|" } ?? "")\(address)\(prefixLength.map { "/\($0)" } ?? "")"
  }

  fileprivate func isSame(as other: JailAddress) -> Bool {
    address == other.address && interface == other.interface && prefixLength == other.prefixLength
  }
}
