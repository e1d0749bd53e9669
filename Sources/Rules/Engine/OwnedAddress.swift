import HostModel
import Phrases
import SourceText

/// An address that the host's own configuration put on an interface, seen from where it is written.
struct OwnedAddress {
  /// The address as netif leaves it.
  let address: AssignedAddress
  /// The interface it is on.
  let interface: String
  /// Set by `ifconfig_IF` or `ifconfig_IF_ipv6` itself, not by an alias.
  let isPrimary: Bool
  /// The index of the step of netif that put it there.
  let setter: Int?

  init(_ loss: HostLoss, _ host: inout ExaminedHost) {
    self.init(loss.address, on: loss.interface, &host)
  }

  init(_ address: AssignedAddress, on interface: String, _ host: inout ExaminedHost) {
    self.address = address
    self.interface = interface
    setter = host.hostSetters[AddressKey(address)]
    // rc(8) ends the command of every alias with that word, and no other
    isPrimary = setter.map { host.forecast.steps[$0].words.last != "alias" } ?? false
  }

  /// Where it is written.
  func place(_ host: ExaminedHost) -> Place? {
    setter.flatMap { host.place(of: host.forecast.steps[$0], spelling: address.address) }
  }

  /// Both sides: where a jail's step words the address, and where the host sets it.
  func places(of step: Step, asks: Bool, _ host: inout ExaminedHost) -> [FindingPlace] {
    let position = step.jail.flatMap { host.jailPositions[$0] }
    let asked = position.flatMap { host.forecast.jails[$0].addressOf(step) }
    var places = asked?.places(host, asks: asks) ?? []
    if places.isEmpty { places = host.places(of: step).map { FindingPlace($0) } }
    if let place = place(host) {
      places.append(FindingPlace(place, spoken("the host's address, /\(address.prefixLength)")))
    }
    return places
  }
}

extension AssignedAddress {
  /// Address and length: `192.0.2.1/24`.
  var spelling: String { "\(address)/\(prefixLength)" }
  /// The network that its length makes it a part of.
  var network: Prefix { Prefix(address, length: prefixLength) }
}
