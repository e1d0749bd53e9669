import HostModel
import Phrases

/// An item of a legacy address list is neither an IPv4 nor an IPv6 address.
///
/// ## Why
/// rc.d/jail tells the family by looks: three dots are IPv4, a colon is IPv6. Anything else is left
/// out with `type not identified` on the console (libexec/rc/rc.d/jail, jail_extract_address).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_hostname="www.example.org"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="em0|192.0.2.31,em0|www.example"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// jail_list="www"
/// jail_www_hostname="www.example.org"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="em0|192.0.2.31"
/// ```
///
/// ## Ways out
/// - Write the address as a number.
///
/// ## Ignore it when
/// Never: the jail is without it.
enum AddressTypeUnknown: Rule {
  static let name: RuleName = "address-type-unknown"
  static let severity = Severity.warning
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let lists = host.legacy.addressLists
    return lists.flatMap { list in
      // what stands behind a blank has another finding
      let text = shellWords(list.setting.text).first ?? ""
      return text.split(separator: ",").filter { !isTold($0) }.map { item in
        finding(
          spoken("\(list.setting.name): \(item) is neither an IPv4 nor an IPv6 address"),
          at: [FindingPlace(host.narrow(list.setting.place, to: String(item)))]
        )
        .with(effect: spoken("jail \(list.key) is without it"))
        .about(jails: [list.key])
      }
    }
  }

  private static func isTold(_ item: Substring) -> Bool {
    let address = item.split(separator: "|").last?.prefix { $0 != "/" } ?? ""
    return address.contains(":") || address.filter { $0 == "." }.count >= 3
  }
}
