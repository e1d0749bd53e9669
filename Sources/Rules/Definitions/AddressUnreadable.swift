import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail's address is none that jail(8) can read.
///
/// ## Why
/// libjail splits the values of `ip4.addr` and `ip6.addr` at commas once more and reads each piece
/// as a plain address of its family (lib/libjail/jail.c, jailparam_import). A host name, an address
/// of the other family, a zone, a stray blank or a second `IF|` inside one pair of quotes is refused,
/// and the jail is not created.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31,em0|192.0.2.32";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31", "em0|192.0.2.32";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put each address in quotes of its own, with commas between.
/// - Give `ip4.addr` IPv4 addresses and `ip6.addr` IPv6 addresses, as numbers.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum AddressUnreadable: FailureRule {
  static let name: RuleName = "address-unreadable"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let place = finding.places.first?.place,
      let statement = JailStatement(at: place, host), let name = statement.name
    else { return [] }
    return [
      separated(statement, place, host), renamed(statement, name, jail),
    ].compactMap { $0 }
  }

  /// One pair of quotes around several addresses becomes a pair around each.
  private static func separated(
    _ statement: JailStatement, _ place: Place, _ host: ExaminedHost
  ) -> Fix? {
    let value = statement.values.first {
      $0.lower <= place.span.lower && place.span.upper <= $0.upper
    }
    guard let value else { return nil }
    let text = statement.text(value)
    guard let quote = text.first, quote == "\"" || quote == "'", text.contains(",") else {
      return nil
    }
    let items = text.dropFirst().dropLast().split(separator: ",")
      .map { "\(quote)\($0.trimmed)\(quote)" }
    return Fix(
      spoken("put each address in quotes of its own"),
      meaning: spoken("those that name an interface come and go with the jail"), .safe,
      making: [.replace(Place(path: place.path, span: value), with: items.joined(separator: ", "))])
  }

  /// All addresses of the statement are of the other family.
  private static func renamed(
    _ statement: JailStatement, _ name: String, _ jail: JailForecast
  ) -> Fix? {
    let isInet = name == "ip4.addr"
    let isOther = statement.values.allSatisfy { value in
      let text = statement.text(value).filter { $0 != "\"" && $0 != "'" }
      let item = text.split(separator: "|").last?.prefix { $0 != "/" && $0 != " " } ?? ""
      return IPAddress(item)?.family == (isInet ? .inet6 : .inet)
    }
    guard isOther, jail.definition?.parameter(isInet ? .inet6 : .inet) == nil else { return nil }
    let other = isInet ? "ip6.addr" : "ip4.addr"
    return Fix(
      spoken("write \(other) in place of \(name)"),
      meaning: spoken("jail \(jail.name) has the addresses as what they are"), .safe,
      making: statement.renamed(to: other).map { [$0] })
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("ip") else { return nil }
    for (beginning, id, family) in [
      ("ip4.addr: not an IPv4 address: ", ParameterID.inet, "IPv4"),
      ("ip6.addr: not an IPv6 address: ", .inet6, "IPv6"),
    ] {
      guard let text = failure.errorText(behind: beginning) else { continue }
      let values = failure.jail.definition?.values(id) ?? []
      let value = values.first { $0.text.contains(text) && $0.origin.place != nil } ?? values.last
      let place = host.written(value?.origin.place).map { host.narrow($0, to: text) }
      return finding(
        spoken("jail \(failure.jail.name): \(hint(text, value?.text ?? text, family))"),
        at: [place ?? host.place(of: failure.jail)].compactMap { $0 }.map { FindingPlace($0) },
        of: failure, host)
    }
    return nil
  }

  private static func hint(_ text: String, _ value: String, _ family: String) -> String {
    let other = family == "IPv4" ? "IPv6" : "IPv4"
    if let address = IPAddress(text), (address.family == .inet) != (family == "IPv4") {
      return spoken("\(text) is an \(other) address, \(family) is wanted")
    }
    if value.contains(",") { return spoken("one pair of quotes holds several addresses: \(value)") }
    if text.contains("%") {
      return spoken("\(text) has a zone, which an address of a jail can't have")
    }
    if text.isEmpty { return spoken("an address is empty") }
    if text.contains(where: \.isLetter), family == "IPv4", !text.contains(":") {
      return spoken("\(text) is no IPv4 address; names are not looked up here")
    }
    return spoken("\(text) is no \(family) address")
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: Substring {
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return self[..<end].drop { $0 == " " }
  }
}
