package import HostModel
import Phrases
import Rules
package import SourceText

/// Somebody who gives an address a prefix length.
package struct PrefixClaim: Sendable, Hashable {
  /// The length.
  package let length: Int
  /// Who: `the host`, `jail backup`.
  package let who: String
  /// Where it is written.
  package let place: Place?
  /// It says something about the address itself, not about a network that the address is in.
  package let isOfAddress: Bool
}

extension HostPicture {
  /// All who give an address a length, the longest first, and behind them the networks it is in.
  package func claims(on address: IPAddress) -> [PrefixClaim] {
    var own: [PrefixClaim] = []
    let add = { (claim: PrefixClaim) in if !own.contains(claim) { own.append(claim) } }
    for index in rows(about: address) {
      let row = rows[index]
      if let length = row.prefixLength, row.isHosts {
        add(
          PrefixClaim(
            length: length, who: spoken("the host"), place: row.place, isOfAddress: true))
      }
      if let asked = asked(by: row), let jail = jail(of: row), let length = asked.prefixLength,
        asked.interface != nil
      {
        add(
          PrefixClaim(
            length: length, who: spoken("jail \(jail.name)"), place: asked.place, isOfAddress: true)
        )
      }
    }
    for ignored in forecast.ignored where ignored.address == address {
      add(
        PrefixClaim(
          length: ignored.prefixLength, who: spoken("the host's alias, not applied"),
          place: ignored.place, isOfAddress: true))
    }
    let lengths = Set(own.lazy.map(\.length))
    return own.sorted { $0.length > $1.length }
      + networks(around: address).filter { !lengths.contains($0.length) }
  }

  /// The networks of other addresses of the host, and those a provider gave, that an address is in.
  private func networks(around address: IPAddress) -> [PrefixClaim] {
    var found: [PrefixClaim] = []
    for use in analysis.examination.allocations where use.prefix.contains(address) {
      found.append(
        PrefixClaim(
          length: use.prefix.length, who: spoken("given by the provider"), place: nil,
          isOfAddress: false))
    }
    for entry in forecast.interfacesAfterNetif {
      for other in entry.addresses.prefix(Self.mostNeighbours) {
        let prefix = Prefix(other.address, length: other.prefixLength)
        guard other.address != address, !other.isJails, prefix.contains(address),
          !found.contains(where: { $0.length == prefix.length && $0.who == entry.interface.name })
        else { continue }
        found.append(
          PrefixClaim(
            length: prefix.length, who: entry.interface.name, place: nil, isOfAddress: false))
      }
    }
    return found.sorted { $0.length > $1.length }
  }

  /// An interface's networks are told by its first addresses; nobody reads more.
  private static let mostNeighbours = 64
}
