/// A route of the running host, as netstat(1) prints it.
package struct LiveRoute: Sendable, Hashable {
  /// The network it leads to; the whole family's for the default route.
  package let destination: Prefix
  /// Where packets go: an address, or a link such as `link#1`.
  package let gateway: String
  /// The letters of its flags (netstat(1)).
  package let flags: String
  /// The interface it leaves by.
  package let interface: String

  package init(_ destination: Prefix, gateway: String, flags: String, interface: String) {
    self.destination = destination
    self.gateway = gateway
    self.flags = flags
    self.interface = interface
  }

  /// It leads to another host that passes packets on (RTF_GATEWAY).
  package var hasGateway: Bool { flags.contains("G") }

  /// A person or program set it, not the kernel for an address (RTF_STATIC, RTF_DYNAMIC).
  package var isForeign: Bool { flags.contains { "SD1".contains($0) } || hasGateway }
}

extension LiveHost {
  /// The route that packets to an address take: the one with the longest prefix.
  package func route(to address: IPAddress) -> LiveRoute? {
    (routes ?? []).filter { $0.destination.contains(address) }
      .max { $0.destination.length < $1.destination.length }
  }
}
