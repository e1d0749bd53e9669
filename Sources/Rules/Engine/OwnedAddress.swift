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

  init(_ loss: borrowing HostLoss, _ host: ExaminedHost) {
    self.init(loss.address, on: loss.interface, setBy: loss.setter, host.forecast)
  }

  init(_ address: AssignedAddress, on interface: String, _ host: inout ExaminedHost) {
    let setter = host.forecast.hostAddresses.setter(of: AddressKey(address))
    self.init(address, on: interface, setBy: setter, host.forecast)
  }

  private init(
    _ address: AssignedAddress, on interface: String, setBy setter: Int?, _ forecast: BootForecast
  ) {
    self.address = address
    self.interface = interface
    self.setter = setter
    isPrimary = setter.map { !forecast.isAlias($0) } ?? false
  }

  /// Where it is written.
  func place(_ host: ExaminedHost) -> Place? {
    setter.flatMap { host.place(ofStep: $0, spelling: address.address) }
  }

  /// Both sides: where a jail's step words the address, and where the host sets it.
  func places(ofStep step: Int, asks: Bool, _ host: inout ExaminedHost) -> [FindingPlace] {
    let jail = host.forecast.jail(ofStep: step).flatMap { host.forecast.jail(named: $0) }
    let asked = jail?.address(
      host.forecast.requestedAddress(ofStep: step), on: host.forecast.interface(ofStep: step))
    let length = address.prefixLength
    let own = place(host).map { FindingPlace($0, spoken("the host's address, /\(length)")) }
    guard let other = asked?.findingPlace(host, asks: asks) else {
      return host.places(ofStep: step).map { FindingPlace($0) } + (own.map { [$0] } ?? [])
    }
    return own.map { [other, $0] } ?? [other]
  }
}

extension AssignedAddress {
  /// Address and length: `192.0.2.1/24`.
  var spelling: String { "\(address)/\(prefixLength)" }
  /// The network that its length makes it a part of.
  var network: Prefix { Prefix(address, length: prefixLength) }
}
