import HostModel
import Phrases
import SourceText

/// Blanks stand around the bar between interface and address.
///
/// ## Why
/// jail(8) takes what follows the first blank of an address for further words of ifconfig(8), so
/// `"em0 | 192.0.2.31"` names no address at all: a bare ifconfig(8) runs, succeeds, and the jail
/// starts without the address (usr.sbin/jail/command.c, run_command; config.c, check_intparams).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0 | 192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Remove the blanks: the jail adds the address, and its stop removes it.
///
/// ## Ignore it when
/// Never: the jail is without its address.
enum BlankInJailAddress: Rule {
  static let name: RuleName = "blank-in-jail-address"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let file = host.file(at: place.path) else {
      return []
    }
    let bytes = file.bytes
    let blanks = place.span.range.filter { index in
      guard bytes[index] == UInt8(ascii: " ") else { return false }
      let before = bytes[..<index].last { $0 != UInt8(ascii: " ") }
      let behind = bytes[index...].first { $0 != UInt8(ascii: " ") }
      return before == UInt8(ascii: "|") || behind == UInt8(ascii: "|")
    }
    return [
      Fix(
        spoken("remove the blanks around the bar"),
        meaning: spoken("the jail adds the address, and stopping it takes that off"), .safe,
        making: blanks.map {
          .delete(Place(path: place.path, span: SourceSpan($0, $0 + 1)))
        })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.jails.filter { $0.definition?.unreadableAddresses.isEmpty == false }.flatMap {
      jail in
      (jail.definition?.unreadableAddresses ?? []).compactMap { value in
        let bytes = value.text.utf8
        guard let blank = bytes.firstIndex(of: UInt8(ascii: " ")),
          let bar = bytes.firstIndex(of: UInt8(ascii: "|")),
          blank < bar || bytes.index(after: bar) == blank
        else { return nil }
        let place = host.written(value.origin.place)
        return finding(
          spoken("jail \(jail.name): blanks stand around the bar in \"\(value.text)\""),
          at: [place ?? host.place(of: jail)].compactMap { $0 }.map { FindingPlace($0) }
        )
        .with(effect: spoken("jail \(jail.name) starts without the address"))
        .about(jails: [jail.name])
      }
    }
  }
}
