import Phrases

/// A connection to the host, by which somebody looks at it and would be cut off without.
package struct Connection: Sendable, Hashable {
  /// The host's own address.
  package let address: IPAddress
  /// The interface that a link-local address names.
  package let zone: String?
  /// The address of the other end; nil when it isn't told.
  package let peer: IPAddress?
  /// The text that tells it.
  package let text: String

  /// Reads what sshd(8) puts into SSH_CONNECTION, the addresses and ports of client and server; or
  /// the host's address alone.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 4 || words.count == 1 else { return nil }
    let own = words[words.count == 4 ? 2 : 0]
    guard let address = IPAddress(own.prefix { $0 != "%" }) else { return nil }
    self.address = address.unmapped
    self.text = text
    zone = own.split(separator: "%").dropFirst().first.map(String.init)
    peer = words.count == 4 ? IPAddress(words[0].prefix { $0 != "%" })?.unmapped : nil
  }
}

extension IPAddress {
  /// The IPv4 address that an IPv6 socket shows as `::ffff:192.0.2.1`.
  fileprivate var unmapped: IPAddress {
    guard case .inet6(let inet6) = self, inet6.high == 0, inet6.low >> 32 == 0xffff else {
      return self
    }
    return .inet(IPv4Address(UInt32(truncatingIfNeeded: inet6.low)))
  }
}

/// Where on the host somebody stands: the address, interface and route that carry the connection.
package struct Standing: Sendable, Equatable {
  /// The connection.
  package let connection: Connection
  /// The interface that has its address; nil when none has, as behind a translation of addresses.
  package let interface: String?
  /// The route to the other end, when routes are known.
  package let route: LiveRoute?

  /// Whether a command of the boot has to do with the address or its interface.
  package func concerns(_ step: Step) -> Bool {
    step.requestedAddress == connection.address
      || interface.map { step.interface == $0 || step.argv.contains($0) } == true
  }

  /// The address and what carries it: `192.0.2.10 on em0, by 192.0.2.1`.
  package var clause: String {
    let place = interface.map { spoken(" on \($0)") } ?? spoken(", which no interface has")
    let way = route.flatMap { $0.hasGateway ? spoken(", by \($0.gateway)") : nil } ?? ""
    return "\(connection.address)\(place)\(way)"
  }
}

extension BootForecast {
  /// Where the one who asks stands; nil when no connection is told.
  ///
  /// The running host decides which interface has the address, without it the boot does.
  package var standing: Standing? {
    guard let connection = facts.connection else { return nil }
    let live = facts.live?.interfaces?.first { interface in
      interface.addresses.contains { $0.address == connection.address }
    }
    let planned = interfacesAfterNetif.first { entry in
      entry.addresses.contains { $0.address == connection.address }
    }
    return Standing(
      connection: connection,
      interface: connection.zone ?? live?.name ?? planned?.interface.name,
      route: connection.peer.flatMap { facts.live?.route(to: $0) })
  }
}
