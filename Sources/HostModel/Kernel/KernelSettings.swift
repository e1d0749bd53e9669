import ConfigSyntax
import SourceText

/// What sysctl(8) sets that decides what becomes of addresses.
package struct KernelSettings: Sendable, Equatable {
  /// An address on a member of a bridge is not refused, whatever the release
  /// (net.link.bridge.member_ifaddrs, if_bridge(4)).
  package let allowsMemberAddresses: Bool
  /// A new IPv6 address is tested before it can be used (net.inet6.ip6.dad_count, inet6(4)).
  package let testsAddresses: Bool
  /// A further IPv4 address of a network is refused, on whatever interface
  /// (net.inet.ip.no_same_prefix; sys/netinet/in.c, in_addprefix).
  package let refusesSameNetwork: Bool

  /// - Parameter values: texts by name, as sysctl(8) has them; what is not in it is as the kernel has
  ///   it by itself.
  init(_ values: [String: String] = [:]) {
    allowsMemberAddresses = Int(values["net.link.bridge.member_ifaddrs"] ?? "0") == 1
    testsAddresses = Int(values["net.inet6.ip6.dad_count"] ?? "1") != 0
    refusesSameNetwork = Int(values["net.inet.ip.no_same_prefix"] ?? "0") != 0
  }

  /// As a boot has them when it comes to the network (rc.d/sysctl, sysctl.conf(5)).
  init(_ host: inout BootHost) {
    var values: [String: String] = [:]
    for path in ["/etc/sysctl.conf", "/etc/sysctl.conf.local"] {
      for line in parseSettingLines(host.file(at: path)?.bytes ?? []) {
        let value = line.value?.prefix { $0 != "#" && $0 != " " && $0 != "\t" }
        values[line.name] = value.map { String($0) }
      }
    }
    self.init(values)
  }
}
