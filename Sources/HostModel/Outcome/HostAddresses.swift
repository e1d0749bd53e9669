/// The addresses that the host's own configuration leaves on interfaces before any jail starts, by
/// number: in the order of interfaces and of addresses on them.
package struct HostAddresses: Sendable {
  private struct Entry: Sendable {
    /// The interface's index in the kernel.
    let interface: Int32
    /// Where it is among the addresses of the interface.
    let position: Int32
    /// The entry with the same address on another interface; -1 for none.
    let next: Int32
    /// The index of the step of netif that put it there last; -1 for none.
    let setter: Int32
  }

  private var entries: [Entry] = []
  /// The last entry of each address.
  private var heads: [IPAddress: Int32] = [:]
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
    otherSetters = formerSetters
    let count = interfaces.reduce(0) { $0 + $1.addresses.count }
    entries.reserveCapacity(count)
    heads.reserveCapacity(count)
    for list in interfaces {
      for index in list.addresses.indices {
        let interface = list.addresses[index].interface
        let new = Int32(entries.count)
        let other = heads.updateValue(new, forKey: list.addresses[index].address)
        entries.append(
          Entry(
            interface: Int32(interface), position: Int32(index), next: other ?? -1,
            setter: setters[interface][index]))
      }
    }
  }

  /// How many there are.
  package var count: Int { entries.count }

  /// The number of an address; nil when netif leaves it on no such interface.
  package func number(of key: AddressKey) -> Int? {
    var number = heads[key.address] ?? -1
    while number >= 0, entries[Int(number)].interface != key.interface {
      number = entries[Int(number)].next
    }
    return number < 0 ? nil : Int(number)
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
    for (address, head) in heads {
      var number = Int(head)
      while number >= 0 {
        if entries[number].setter >= 0 { body(address, Int(entries[number].setter)) }
        number = Int(entries[number].next)
      }
    }
    for (key, step) in otherSetters { body(key.address, step) }
  }
}
