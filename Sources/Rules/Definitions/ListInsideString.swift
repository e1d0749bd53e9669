import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A variable with several values stands inside a longer text.
///
/// ## Why
/// jail(8) can put a list in only where the variable stands alone: inside of other text it does not
/// know which value is meant (usr.sbin/jail/config.c, load_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// $ips = "192.0.2.31", "192.0.2.32";
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|$ips";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// $ips = "em0|192.0.2.31", "em0|192.0.2.32";
/// www {
///   path = "/jails/www";
///   ip4.addr = $ips;
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put all of the text into each value of the list, and let the variable stand alone.
/// - Write the values out where the variable is used.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ListInsideString: FailureRule {
  static let name: RuleName = "list-inside-string"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      let statement = JailBlock(of: jail, host)?.statement(
        String(failure.error.prefix { $0 != ":" })),
      statement.values.count == 1,
      let value = statement.values.first
    else { return [] }
    let text = statement.text(value)
    for list in lists(host) {
      let spelled = ["${\(list.name)}", "$\(list.name)"].first { text.contains($0) }
      guard let spelled, let first = text.range(ofText: spelled) else { continue }
      let values = list.values.map { item in
        String(text[..<first.lowerBound]) + item + text[first.upperBound...]
      }
      return [
        Fix(
          spoken("write the values of $\(list.name) out"),
          meaning: spoken("jail \(jail.name) no longer follows the variable"), .review,
          making: [
            .replace(
              Place(path: statement.place.path, span: value), with: values.joined(separator: ", "))
          ])
      ].compactMap { $0 }
    }
    return []
  }

  /// The variables that have several values, all of them plain.
  private static func lists(_ host: ExaminedHost) -> [(name: String, values: [String])] {
    host.forecast.files.jailConf.flatMap { source in
      source.tree.items.compactMap { item in
        guard case .parameter(let parameter) = item.kind, parameter.isVariable,
          parameter.values.count > 1
        else { return nil }
        let values = source.tree.values(of: parameter).compactMap(\.constant)
        let isPlain = values.allSatisfy {
          $0.split(separator: "|").allSatisfy { String($0).isPlain }
        }
        return isPlain && values.count == parameter.values.count
          ? (source.tree.name(of: parameter), values) : nil
      }
    }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix(": array cannot be substituted inline") else { return nil }
    let parameter = failure.error.prefix { $0 != ":" }
    return finding(
      spoken("jail \(failure.jail.name): \(parameter) has a list of values inside a longer text"),
      atParameterOf: failure, host)
  }
}
