import HostModel
import Phrases
import SourceText

/// Two members of one bridge have the same hardware address.
///
/// ## Why
/// A bridge learns behind which member a hardware address is (if_bridge(4)): with two of them packets
/// for one go to the other. Of IPv6 the address that is made of it is a duplicate, and the kernel gives
/// IPv6 up on the interface (sys/netinet6/nd6_nbr.c, nd6_dad_duplicated). Ends of an epair(4) get such
/// addresses from older kernels and from scripts that number them anew for each jail.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// bridge0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   member: epair0a flags=143<LEARNING,DISCOVER,AUTOEDGE,AUTOPTP>
///   member: epair1a flags=143<LEARNING,DISCOVER,AUTOEDGE,AUTOPTP>
/// epair0a: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   ether 02:00:00:00:10:0a
/// epair1a: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   ether 02:00:00:00:10:0a
/// ```
///
/// ## Repaired
/// ```
/// == live: ifconfig
/// em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
/// bridge0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   member: epair0a flags=143<LEARNING,DISCOVER,AUTOEDGE,AUTOPTP>
///   member: epair1a flags=143<LEARNING,DISCOVER,AUTOEDGE,AUTOPTP>
/// epair0a: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   ether 02:00:00:00:10:0a
/// epair1a: flags=8943<UP,BROADCAST,RUNNING,PROMISC,SIMPLEX,MULTICAST> metric 0 mtu 1500
///   ether 02:00:00:00:11:0a
/// ```
///
/// ## Ways out
/// - Give one of them another address, `ifconfig IF ether ADDRESS`, and have what creates it do so from now
///   on. Of the ends of an epair(4) that are in vnet jails the same has to be looked at inside.
///
/// ## Ignore it when
/// Never: one of the two is not reached.
enum HardwareAddressShared: Rule {
  static let name: RuleName = "hardware-address-shared"
  static let severity = Severity.warning
  static let reach = Reach.network
  static let looksAtRunningHost = true

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let interfaces = host.forecast.facts.live?.interfaces ?? []
    let byName = Dictionary(interfaces.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return interfaces.filter(\.isBridge).flatMap { bridge -> [Finding] in
      // those of vlan(4) have that of the interface they stand on
      let members = bridge.members.compactMap { byName[$0] }.filter { $0.parent == nil }
      let shared = Dictionary(grouping: members) { $0.hardwareAddress }
      return shared.sorted { ($0.key ?? "") < ($1.key ?? "") }.compactMap { address, members in
        guard let address, members.count > 1 else { return nil }
        let names = members.map(\.name).sorted().joined(separator: ", ")
        return finding(
          spoken("\(names), members of \(bridge.name), have the hardware address \(address) now"),
          at: []
        )
        .with(effect: spoken("what is sent to one of them can arrive at another"))
      }
    }
  }
}
