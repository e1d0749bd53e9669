package import HostModel

/// The jails whose configuration names an address, by the address.
package struct AddressUsers {
  /// Addresses that more than one jail names, or one jail twice, in the forecast's order.
  package private(set) var shared: [IPAddress] = []

  /// A naming of an address, and the next one of the same.
  private struct Naming {
    let jail: Int32
    let number: Int32
    var next: Int32 = -1
    /// The last one of the same, of the first one.
    var last: Int32 = -1
  }

  private let forecast: BootForecast
  /// In the forecast's order.
  private var namings: [Naming] = []
  /// The first one of each address.
  private var firsts = NumberIndex()

  init(_ forecast: BootForecast) {
    self.forecast = forecast
    namings.reserveCapacity(2 * forecast.jails.count)
    firsts.reserve(2 * forecast.jails.count)
    for index in forecast.jails.indices {
      let jail = forecast.jails[index]
      guard !jail.hasOwnStack, let definition = jail.definition else { continue }
      for number in definition.readableAddresses.indices {
        add(definition.readableAddresses[number].address, jail: index, number: number)
      }
    }
  }

  private mutating func add(_ address: IPAddress, jail: Int, number: Int) {
    let first = first(address)
    let new = namings.count
    namings.append(Naming(jail: Int32(jail), number: Int32(number)))
    guard let first else {
      firsts.add(new, hash: address.hash)
      namings[new].last = Int32(new)
      return
    }
    let last = Int(namings[first].last)
    namings[first].last = Int32(new)
    namings[last].next = Int32(new)
    if first == last { shared.append(address) }
  }

  private func first(_ address: IPAddress) -> Int? {
    firsts.number(hash: address.hash) { self.address(ofNaming: $0) == address }
  }

  private func address(ofNaming index: Int) -> IPAddress? {
    let naming = namings[index]
    let definition = forecast.jails[Int(naming.jail)].definition
    return definition?.readableAddresses[Int(naming.number)].address
  }

  /// All addresses that are named.
  package var addresses: some Sequence<IPAddress> {
    namings.indices.lazy.filter { namings[$0].last >= 0 }.compactMap { address(ofNaming: $0) }
  }

  /// Those who name an address, in the forecast's order.
  package subscript(address: IPAddress) -> [AddressUser] {
    var found: [AddressUser] = []
    var next = first(address) ?? -1
    while next >= 0 {
      let naming = namings[next]
      let definition = forecast.jails[Int(naming.jail)].definition
      if let address = definition?.readableAddresses[Int(naming.number)] {
        found.append(AddressUser(jail: Int(naming.jail), address: address))
      }
      next = Int(naming.next)
    }
    return found
  }
}

/// A jail that names an address.
package struct AddressUser {
  /// The jail's position in the forecast.
  package let jail: Int
  /// The address as the jail words it.
  package let address: JailAddress
}
