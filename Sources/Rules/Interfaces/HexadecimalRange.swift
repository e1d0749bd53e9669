import HostModel
import Phrases
import SourceText

/// A range of IPv6 addresses is written in digits that look decimal.
///
/// ## Why
/// The parts of IPv6 addresses are hexadecimal, so `::10-20` is 17 addresses, among them `::1a`
/// (libexec/rc/network.subr, ifalias_expand_addr_inet6).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::10-20/64"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::10-1f/64"
/// ```
///
/// ## Ways out
/// - Write two ranges, `::10-19` and `::20`, if the ones with letters are not meant.
///
/// ## Ignore it when
/// Hexadecimal is what is meant.
enum HexadecimalRange: Rule {
  static let name: RuleName = "hexadecimal-range"
  static let severity = Severity.info
  static let reach = Reach.style

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.rangeAliases.compactMap { _, alias in
      guard alias.family == .inet6, let place = host.written(alias.value.origin.place) else {
        return nil
      }
      for word in shellWords(alias.value.text).dropFirst() {
        guard let count = count(word) else { continue }
        return finding(
          spoken("\(word) is hexadecimal: \(count) addresses"),
          at: [FindingPlace(host.narrow(place, to: word))])
      }
      return nil
    }
  }

  /// How many addresses a range is whose bounds look decimal and are on two sides of a letter.
  private static func count(_ word: String) -> Int? {
    let parts = word.prefix { $0 != "/" }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].split(separator: ":").last,
      let last = parts[1].split(separator: ":").first,
      (first + last).allSatisfy({ $0.isASCII && $0.isNumber }),
      let low = Int(first, radix: 16), let high = Int(last, radix: 16), low / 10 < high / 10,
      low / 16 < high / 16
    else { return nil }
    return high - low + 1
  }
}
