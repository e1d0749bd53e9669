/// A network interface in the host's stack.
package struct NetworkInterface: Sendable {
  /// How certain it is that the interface is there.
  package enum Presence: Sendable, Hashable {
    /// Always there (`lo0`), or named by the facts about the machine.
    case known
    /// Only concluded from the files that configure it.
    case inferred
    /// Only jails name it: nobody knows whether it is there.
    case supposed
    /// Created by a command of the forecast.
    case created

    /// Nobody said so: the files only suggest it.
    package var isInferred: Bool { self == .inferred || self == .supposed }
  }

  /// The name it goes by now.
  package var name: String
  /// What its first name said of the driver; another name doesn't change that.
  package let driver: DriverName
  /// An IPv4 address on it needs a destination (IFF_POINTOPOINT).
  package internal(set) var isPointToPoint: Bool
  /// How certain it is that it is there.
  package var presence: Presence
  /// The bridge it is a member of.
  package var bridge: String?
  /// Addresses that can't be told from files, and why: a lease, a router's advertisement.
  package var unknownAddresses: [String] = []

  package init(name: String, presence: Presence) {
    self.name = name
    self.driver = DriverName(name)
    isPointToPoint = driver.isPointToPoint
    self.presence = presence
  }
}

/// What the name of an interface says of its driver.
package struct DriverName: Sendable, Hashable {
  /// The letters in front of the unit number.
  package let driver: Substring
  /// A unit number follows the driver.
  package let hasUnit: Bool
  /// The interface carries IFF_LOOPBACK.
  package let isLoopback: Bool
  /// Interfaces of the driver carry IFF_POINTOPOINT and so want a destination.
  package let isPointToPoint: Bool

  /// Splits `vtnet0` into driver and unit; a name without a number has no unit.
  package init(_ name: String) {
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    let end = name.utf8.lastIndex { !isDigit($0) }.map { name.utf8.index(after: $0) }
    driver = name[..<(end ?? name.startIndex)]
    hasUnit = end.map { $0 < name.endIndex } ?? false
    isLoopback = driver == "lo"
    isPointToPoint = Self.pointToPoint.contains(String(driver))
  }

  /// A driver of hardware may go by it: letters alone, which no clone has.
  package var mayBeHardware: Bool {
    hasUnit && !isCloner && !driver.isEmpty
      && driver.utf8.allSatisfy { (97...122).contains($0 | 0x20) }
  }

  /// ifconfig(8) can create interfaces of this driver.
  package var isCloner: Bool {
    Self.cloners.contains(String(driver))
  }

  private static let pointToPoint: Set<String> = [
    "tun", "gif", "gre", "ppp", "ng", "sl", "me", "ipsec",
  ]

  private static let cloners: Set<String> = [
    "bridge", "carp", "disc", "edsc", "enc", "epair", "gif", "gre", "ipsec", "lagg", "lo", "me",
    "ovpn", "pflog", "pfsync", "stf", "tap", "tun", "vlan", "vmnet", "vxlan", "wg", "wlan",
  ]
}
