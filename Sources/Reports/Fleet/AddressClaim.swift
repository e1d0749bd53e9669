import HostModel

/// An address that a host has after its boot.
struct AddressClaim: Sendable, Hashable {
  let address: IPAddress
  /// Its prefix length on the host's own interface; nil for one that only jails have or want.
  let length: UInt8?
  /// The jail that has it; nil for the host itself.
  let jail: String?

  /// What a host's addresses on a network are: those of loopback interfaces and link-local ones are
  /// each host's own, and those of CARP are shared on purpose.
  static func all(of forecast: BootForecast) -> [AddressClaim] {
    var claims: [AddressClaim] = []
    var seen: Set<IPAddress> = []
    func add(_ address: IPAddress, length: Int?, jail: String?) {
      guard !own.contains(where: { $0.contains(address) }), seen.insert(address).inserted else {
        return
      }
      claims.append(AddressClaim(address: address, length: length.map(UInt8.init), jail: jail))
    }
    for entry in forecast.interfaces {
      for address in entry.addresses {
        if entry.interface.name.hasPrefix("lo") || address.hasVirtualHost {
          seen.insert(address.address)
          continue
        }
        var jail: String?
        if case .jail(let name) = address.owner { jail = name }
        let isOnLink = jail == nil && address.prefixLength < address.address.family.hostLength
        add(address.address, length: isOnLink ? address.prefixLength : nil, jail: jail)
      }
    }
    for jail in forecast.jails where jail.state != .notStarted {
      for address in jail.definition?.readableAddresses ?? [] where !address.isOnLoopback {
        add(address.address, length: nil, jail: jail.name)
      }
    }
    for inside in forecast.insides {
      for entry in inside.forecast.interfaces where !entry.interface.name.hasPrefix("lo") {
        for address in entry.addresses { add(address.address, length: nil, jail: inside.jail) }
      }
    }
    return claims
  }

  private static let own: [Prefix] = ["127.0.0.0/8", "169.254.0.0/16", "::/127", "fe80::/10"]
    .compactMap { Prefix($0) }
}

extension JailAddress {
  fileprivate var isOnLoopback: Bool { interface?.hasPrefix("lo") == true }
}
