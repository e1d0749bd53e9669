import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail creates its interface itself, but only after its addresses are set.
///
/// ## Why
/// jail(8) sets the addresses of `ip4.addr` and `ip6.addr` before it runs `exec.prestart` and what
/// follows; only `exec.prepare`, known from 12.2 on, comes before them (usr.sbin/jail/jail.c,
/// startcommands).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.prestart = "ifconfig lo1 create";
///   ip4.addr = "lo1|198.51.100.1";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.prepare = "ifconfig lo1 create";
///   ip4.addr = "lo1|198.51.100.1";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Add the interface to `cloned_interfaces` in rc.conf(5): it is there from boot on.
/// - Use `exec.prepare`, and `exec.release` to destroy it.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum InterfaceCreatedTooLate: FailureRule {
  static let name: RuleName = "interface-created-too-late"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let missing = MissingInterface(finding, &host),
      case .createdLater(let value) = missing.cause,
      let statement = JailStatement(at: value.origin.place, host)
    else { return [] }
    return [cloned(missing.interface, value, statement, host), prepared(missing, statement, host)]
      .compactMap { $0 }
  }

  /// The interface is there from boot on, and the jail's command goes.
  private static func cloned(
    _ interface: String, _ value: JailValue, _ statement: JailStatement, _ host: ExaminedHost
  ) -> Fix? {
    let words = value.text.split(separator: " ")
    guard words.count < 5, words.starts(with: ["ifconfig", interface[...], "create"]),
      let place = value.origin.place, let command = statement.without(place),
      let cloning = host.cloning(interface)
    else { return nil }
    return Fix(
      spoken("add \(cloning.name) to cloned_interfaces, and remove the command that creates it"),
      meaning: spoken("\(interface) is there from boot on, and stopping the jail leaves it"),
      .review,
      making: cloning.edits + [command], commands: ["ifconfig \(cloning.name) create"])
  }

  private static func prepared(
    _ missing: MissingInterface, _ statement: JailStatement, _ host: ExaminedHost
  ) -> Fix? {
    guard host.traits.hasPrepare, let name = statement.name else { return nil }
    return Fix(
      spoken("write exec.prepare in place of \(name)"),
      meaning: spoken(
        "it runs before addresses are set; what destroys \(missing.interface) belongs into "
          + "exec.release"), .review,
      making: [statement.renamed(to: "exec.prepare")].compactMap { $0 }
    )
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard let missing = MissingInterface(failure, host),
      case .createdLater(let value) = missing.cause
    else { return nil }
    let creation = host.written(value.origin.place).map {
      FindingPlace($0, spoken("runs after addresses are set"))
    }
    return finding(
      spoken("jail \(failure.jail.name) creates \(missing.interface) only after it needs it"),
      at: [creation].compactMap { $0 } + missing.places(host), of: failure, host)
  }
}
