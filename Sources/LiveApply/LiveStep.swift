package import HostModel
import Rules

/// One command that changes the running host; each touches addresses alone.
package enum LiveStep: Sendable, Hashable {
  /// Puts an address with a length on an interface; there, it gives an IPv4 address that length.
  case add(IPAddress, Int, on: String)
  /// Takes an address off an interface.
  case remove(IPAddress, from: String)
  /// Gives a running jail these addresses and no others, IPv4 first.
  case readdress(jail: String, [IPAddress])

  /// The words of the command, with blanks between them.
  package var command: String {
    switch self {
    case .add(let address, let length, let interface):
      LiveCommand.add(address, length, on: interface)
    case .remove(let address, let interface): LiveCommand.remove(address, from: interface)
    case .readdress(let jail, let addresses):
      "jail -m name=\(jail)"
        + [("ip4.addr", AddressFamily.inet), ("ip6.addr", .inet6)].map { parameter, family in
          let list = addresses.filter { $0.family == family }
          return list.isEmpty
            ? "" : " \(parameter)=\(list.map(\.description).joined(separator: ","))"
        }.joined()
    }
  }

  /// Reads a command that rules print for people; nil when it is none that only touches addresses.
  package init?(command: String) {
    var words = command.split(separator: " ")[...]
    guard words.popFirst() == "ifconfig", let interface = words.popFirst().map(String.init),
      let family = words.popFirst().flatMap({ AddressFamily(rawValue: String($0)) }),
      let spelling = words.popFirst()
    else { return nil }
    let parts = spelling.split(separator: "/", maxSplits: 1)
    guard let address = parts.first.flatMap({ IPAddress($0) }), address.family == family else {
      return nil
    }
    var length = parts.count == 2 ? Int(parts[1]) : nil
    if words.first == "prefixlen", words.count > 1 {
      length = Int(words[words.startIndex + 1])
      words = words.dropFirst(2)
    }
    switch (words.count == 1 ? words.first : nil, length) {
    case ("-alias", _): self = .remove(address, from: interface)
    case ("alias", let length?) where (0...family.hostLength).contains(length):
      self = .add(address, length, on: interface)
    default: return nil
    }
  }

  /// The address that it changes, on its interface.
  var spot: LiveScene.Spot? {
    switch self {
    case .add(let address, _, let interface), .remove(let address, let interface):
      LiveScene.Spot(interface: interface, address: address)
    case .readdress: nil
    }
  }

  /// The interface whose addresses it changes.
  var interface: String? { spot?.interface }
}
