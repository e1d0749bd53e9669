/// An interface of the running host, as ifconfig(8) prints it.
package struct LiveInterface: Sendable, Equatable {
  /// The name it goes by.
  package let name: String
  /// The words of its flags, such as `UP` and `POINTOPOINT`.
  package var flags: Set<String> = []
  /// Its addresses in the order in which they are printed.
  package var addresses: [LiveAddress] = []
  /// The groups it belongs to; cloned ones are in that of their driver.
  package var groups: [String] = []
  /// The interfaces that a bridge or an aggregation is made of.
  package var members: [String] = []
  /// The address its packets have in their frames, as six bytes in hexadecimal: `02:00:5e:10:00:01`.
  package var hardwareAddress: String?
  /// The interface that a vlan or a wireless one stands on.
  package var parent: String?
  /// The number of a vlan.
  package var vlan: Int?
  /// What somebody wrote about it.
  package var summary: String?
  /// What its link says: `active`, `no carrier`.
  package var status: String?
  /// The largest packet it takes, in bytes.
  package var mtu: Int?
  /// Its virtual hosts of carp(4), a line each: `MASTER vhid 1 advbase 1 advskew 0`.
  package var virtualHosts: [String] = []
  /// The lines that nothing here asks for, without the blanks around them.
  package var otherLines: [String] = []

  package init(name: String) {
    self.name = name
  }

  /// It is a bridge, whatever its name.
  package var isBridge: Bool {
    DriverName(name).driver == "bridge" || groups.contains("bridge")
  }

  /// It is up (IFF_UP).
  package var isUp: Bool { flags.contains("UP") }

  /// An IPv4 address on it needs a destination (IFF_POINTOPOINT).
  package var isPointToPoint: Bool { flags.contains("POINTOPOINT") }

  /// No command creates it: it is the machine's.
  package var isHardware: Bool {
    let driver = DriverName(name)
    return !flags.contains("LOOPBACK") && !driver.isCloner && !Self.software.contains(name)
      && !groups.contains { DriverName($0 + "0").isCloner }
  }

  /// Interfaces that a module of the kernel brings with it.
  private static let software: Set<String> = ["ipfw0", "usbus0", "usbus1", "usbus2", "usbus3"]
}

/// An address of the running host.
package struct LiveAddress: Sendable, Hashable {
  /// What ifconfig(8) prints behind an address of IPv6 (sbin/ifconfig/af_inet6.c, in6_status).
  package enum Mark: String, Sendable, CaseIterable {
    case anycast, tentative, duplicated, detached, deprecated, autoconf, temporary
    case preferred = "prefer_source"
  }

  /// The address, without its zone.
  package let address: IPAddress
  /// How many bits the network part has; nil when a mask has gaps or none is printed.
  package var prefixLength: Int?
  /// The other end of a point-to-point link.
  package var destination: IPAddress?
  /// What the kernel says of it.
  package var marks: Set<Mark> = []
  /// The virtual host of carp(4) it is bound to.
  package var virtualHost: Int?

  package init(_ address: IPAddress, prefixLength: Int? = nil) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Address and length as they are written elsewhere: `192.0.2.1/24`.
  package var spelling: String { prefixLength.map { "\(address)/\($0)" } ?? "\(address)" }

  /// Nothing can be bound to it as it is: it is looked for elsewhere, was found there, or its
  /// interface has no link (sys/netinet6/in6_var.h, IN6_IFF_NOTREADY and IN6_IFF_DETACHED).
  package var isUnusable: Bool {
    !marks.isDisjoint(with: [.tentative, .duplicated, .detached])
  }
}
