import HostModel
import Phrases

/// `jail_interface` puts the bare addresses of all legacy jails on one interface.
///
/// ## Why
/// With the variable set, rc.d/jail writes the interface in front of every address that has none
/// (libexec/rc/rc.d/jail, jail_extract_address): each is added at start as /32 or /128, and removed at
/// stop, also where rc.conf(5) sets it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// jail_list="www"
/// jail_interface="em0"
/// jail_www_hostname="www.example.org"
/// jail_www_rootdir="/jails/www"
/// jail_www_ip="192.0.2.31"
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
/// - Name the interface with each address that is to come and go with its jail.
/// - Leave addresses that the host owns without one, and remove `jail_interface`.
///
/// ## Ignore it when
/// All jails' addresses are to come and go with them.
enum GlobalJailInterface: Rule {
  static let name: RuleName = "global-jail-interface"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard let value = host.forecast.variables["jail_interface"], !value.text.isEmpty,
      let place = host.written(value.origin.place)
    else { return [] }
    let jails = Set(
      host.legacy.addressLists.filter { list in
        list.setting.text.split(separator: ",").contains { !$0.contains("|") }
      }.map(\.key))
    guard !jails.isEmpty else { return [] }
    let noun = jails.count == 1 ? spoken("a jail") : spoken("\(jails.count) jails")
    return [
      finding(
        spoken("jail_interface puts bare addresses of \(noun) on \(value.text)"),
        at: [FindingPlace(place)]
      )
      .with(effect: spoken("stopping a jail removes its addresses"))
      .about(jails: jails.sorted())
    ]
  }
}
