/// The addresses that the host's own configuration leaves on interfaces before any jail starts, by
/// number: in the order of interfaces and of addresses on them.
package struct HostAddresses: Sendable {
  private struct Entry: Sendable {
    /// The position of its interface.
    let list: Int32
    /// Where it is among the addresses of the interface.
    let position: Int32
    /// The entry with the same address on another interface; -1 for none.
    let next: Int32
    /// The index of the step of netif that put it there last; -1 for none.
    let setter: Int32
  }

  private let interfaces: [InterfaceAddresses]
  private var entries: [Entry] = []
  /// The last entry of each address.
  private var heads = NumberIndex()
  /// The steps of netif that set what is no longer there when it is done.
  private let otherSetters: [AddressKey: Int]

  /// - Parameters:
  ///   - interfaces: what interfaces have when netif is done.
  ///   - setters: the index of the step that set each address of an interface last, by the
  ///     interface's index in the kernel; -1 for none.
  ///   - formerSetters: the same of what is no longer there.
  init(
    _ interfaces: [InterfaceAddresses], setters: [[Int32]], formerSetters: [AddressKey: Int]
  ) {
    self.interfaces = interfaces
    otherSetters = formerSetters
    let count = interfaces.reduce(0) { $0 + $1.addresses.count }
    entries.reserveCapacity(count)
    heads.reserve(count)
    for list in interfaces.indices {
      for index in interfaces[list].addresses.indices {
        let interface = interfaces[list].addresses[index].interface
        add(list, index, setter: setters[interface][index])
      }
    }
  }

  private mutating func add(_ list: Int, _ position: Int, setter: Int32) {
    let address = interfaces[list].addresses[position].address
    let new = entries.count
    let other = last(address)
    heads.put(new, for: other, hash: address.hash)
    entries.append(
      Entry(
        list: Int32(list), position: Int32(position), next: Int32(other ?? -1), setter: setter))
  }

  private func last(_ address: IPAddress) -> Int? {
    heads.number(hash: address.hash) { assigned($0).address == address }
  }

  private func assigned(_ number: Int) -> AssignedAddress {
    interfaces[Int(entries[number].list)].addresses[Int(entries[number].position)]
  }

  /// How many there are.
  package var count: Int { entries.count }

  /// The number of an address; nil when netif leaves it on no such interface.
  package func number(of key: AddressKey) -> Int? {
    var number = last(key.address) ?? -1
    while number >= 0, assigned(number).interface != key.interface {
      number = Int(entries[number].next)
    }
    return number < 0 ? nil : number
  }

  /// Where an address is among those of its interface after netif.
  package func position(of key: AddressKey) -> Int? {
    number(of: key).map { Int(entries[$0].position) }
  }

  /// The index of the step of netif that set an address last.
  package func setter(of key: AddressKey) -> Int? {
    number(of: key).map { setter($0) } ?? otherSetters[key]
  }

  /// The same of an address by its number.
  func setter(_ number: Int) -> Int? {
    entries[number].setter < 0 ? nil : Int(entries[number].setter)
  }

  /// The step that set each address last, for those that a step of netif set.
  package func forEachSetter(_ body: (IPAddress, Int) -> Void) {
    for number in entries.indices where entries[number].setter >= 0 {
      body(assigned(number).address, Int(entries[number].setter))
    }
    for (key, step) in otherSetters { body(key.address, step) }
  }
}
