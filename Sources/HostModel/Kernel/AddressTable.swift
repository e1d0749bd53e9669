/// An address on an interface.
package struct AssignedAddress: Sendable, Hashable {
  package let address: IPAddress
  package let prefixLength: Int
  /// The interface's index in `KernelState.interfaces`.
  package let interface: Int
  /// Grows with every address added: the order in which listings show them.
  package let sequence: Int
  /// Bound to a CARP virtual host.
  package let hasVirtualHost: Bool
  /// Who added it last.
  package let owner: AddressOwner
}

/// Who put an address on an interface.
package enum AddressOwner: Sendable, Hashable {
  /// The kernel, before any command ran.
  case kernel
  /// The host's own network configuration.
  case host
  /// The start of a jail, by its name.
  case jail(String)
}

/// Every address of the host's network stack (sys/netinet/in.c, sys/netinet6/in6.c).
struct AddressTable: Sendable {
  /// Nearly every address stands on one interface, so the first needs no array.
  private struct Slot: Sendable {
    var first: AssignedAddress
    var more: [AssignedAddress] = []
  }

  private var slots: [IPAddress: Slot] = [:]
  private var counts: [Int: Int] = [:]
  private var nextSequence = 0

  /// The address on one interface.
  func find(_ address: IPAddress, on interface: Int) -> AssignedAddress? {
    guard let slot = slots[address] else { return nil }
    if slot.first.interface == interface { return slot.first }
    return slot.more.first { $0.interface == interface }
  }

  /// The address on any interface, oldest first.
  func all(_ address: IPAddress) -> [AssignedAddress] {
    slots[address].map { [$0.first] + $0.more } ?? []
  }

  /// Whether the address is on no interface.
  func isAbsent(_ address: IPAddress) -> Bool { slots[address] == nil }

  @discardableResult
  mutating func add(
    _ address: IPAddress, _ prefixLength: Int, on interface: Int, owner: AddressOwner,
    hasVirtualHost: Bool
  ) -> AssignedAddress {
    let added = AssignedAddress(
      address: address, prefixLength: prefixLength, interface: interface, sequence: nextSequence,
      hasVirtualHost: hasVirtualHost, owner: owner)
    nextSequence += 1
    counts[interface, default: 0] += 1
    let old = slots.updateValue(Slot(first: added), forKey: address)
    if var old {
      old.more.append(added)
      slots[address] = old
    }
    return added
  }

  /// Notes a new owner of an address that stays where it is.
  mutating func confirm(_ old: AssignedAddress, owner: AddressOwner) {
    replace(
      old,
      with: AssignedAddress(
        address: old.address, prefixLength: old.prefixLength, interface: old.interface,
        sequence: old.sequence, hasVirtualHost: false, owner: owner))
  }

  private mutating func replace(_ old: AssignedAddress, with new: AssignedAddress) {
    guard var slot = slots[old.address] else { return }
    if slot.first.interface == old.interface {
      slot.first = new
    } else if let index = slot.more.firstIndex(where: { $0.interface == old.interface }) {
      slot.more[index] = new
    }
    slots[old.address] = slot
  }

  mutating func remove(_ old: AssignedAddress) {
    guard var slot = slots[old.address] else { return }
    if slot.first.interface != old.interface {
      slot.more.removeAll { $0.interface == old.interface }
      slots[old.address] = slot
    } else if slot.more.isEmpty {
      slots[old.address] = nil
    } else {
      slot.first = slot.more.removeFirst()
      slots[old.address] = slot
    }
    counts[old.interface, default: 1] -= 1
  }

  /// The addresses of one interface in the order they were added.
  func list(_ interface: Int) -> [AssignedAddress] {
    guard counts[interface, default: 0] > 0 else { return [] }
    var found: [AssignedAddress] = []
    for slot in slots.values {
      if slot.first.interface == interface { found.append(slot.first) }
      for other in slot.more where other.interface == interface { found.append(other) }
    }
    return found.sorted { $0.sequence < $1.sequence }
  }

  /// The addresses of all interfaces, by interface, each list in the order they were added.
  func byInterface(count: Int) -> [[AssignedAddress]] {
    var all: [AssignedAddress] = []
    all.reserveCapacity(slots.count)
    for slot in slots.values {
      all.append(slot.first)
      all += slot.more
    }
    all.sort { $0.sequence < $1.sequence }
    var lists = [[AssignedAddress]](repeating: [], count: count)
    for address in all { lists[address.interface].append(address) }
    return lists
  }
}
