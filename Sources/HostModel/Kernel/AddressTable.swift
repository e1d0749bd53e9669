/// An address on an interface.
package struct AssignedAddress: Sendable, Hashable {
  /// The address itself.
  package let address: IPAddress
  /// Bound to a CARP virtual host.
  package let hasVirtualHost: Bool
  private let length: UInt8
  private let index: UInt32
  /// Who added it last.
  package let owner: AddressOwner

  init(
    address: IPAddress, prefixLength: Int, interface: Int, hasVirtualHost: Bool,
    owner: AddressOwner
  ) {
    self.address = address
    self.hasVirtualHost = hasVirtualHost
    length = UInt8(clamping: prefixLength)
    index = UInt32(clamping: interface)
    self.owner = owner
  }

  /// How many bits the network part has, 0 to 32 or 128.
  package var prefixLength: Int { Int(length) }

  /// The interface's index in `KernelState.interfaces`.
  package var interface: Int { Int(index) }
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
  /// An address with the entry that has the same one on another interface.
  private struct Entry: Sendable {
    var assigned: AssignedAddress
    /// The number of the command that set it last.
    var setter: Int32
    var next: Int32 = -1

    /// What comes next of an address that is no longer there.
    static let removed: Int32 = -2

    var isRemoved: Bool { next == Self.removed }
  }

  /// In the order they were added.
  private var entries: [Entry] = []
  /// The first entry of each address, or one that is gone of an address that is no longer there.
  private var heads = NumberIndex()
  /// The entries of what was there and is gone.
  private var gone: [Int] = []
  /// The number of the command that is run; -1 before any.
  var command: Int32 = -1

  /// The first entry of an address; below zero when it is not there.
  private func head(_ address: IPAddress) -> Int {
    guard let head = anyHead(address), !entries[head].isRemoved else { return -1 }
    return head
  }

  private func anyHead(_ address: IPAddress) -> Int? {
    heads.number(hash: address.hash) { entries[$0].assigned.address == address }
  }

  private func entry(of address: IPAddress, on interface: Int) -> Int? {
    var index = head(address)
    while index >= 0 {
      if entries[index].assigned.interface == interface { return index }
      index = Int(entries[index].next)
    }
    return nil
  }

  /// The address on one interface.
  func find(_ address: IPAddress, on interface: Int) -> AssignedAddress? {
    entry(of: address, on: interface).map { entries[$0].assigned }
  }

  /// The address on any interface, oldest first.
  func all(_ address: IPAddress) -> [AssignedAddress] {
    var found: [AssignedAddress] = []
    var index = head(address)
    while index >= 0 {
      found.append(entries[index].assigned)
      index = Int(entries[index].next)
    }
    return found
  }

  /// Whether any address on any interface is such a one.
  func contains(where isWanted: (AssignedAddress) -> Bool) -> Bool {
    entries.contains { !$0.isRemoved && isWanted($0.assigned) }
  }

  /// Whether the address is on no interface.
  func isAbsent(_ address: IPAddress) -> Bool { head(address) < 0 }

  /// Makes room for so many more.
  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(entries.count + count)
    heads.reserve(entries.count + count)
  }

  @discardableResult
  mutating func add(
    _ address: IPAddress, _ prefixLength: Int, on interface: Int, owner: AddressOwner,
    hasVirtualHost: Bool
  ) -> AssignedAddress {
    let added = AssignedAddress(
      address: address, prefixLength: prefixLength, interface: interface,
      hasVirtualHost: hasVirtualHost, owner: owner)
    let head = anyHead(address)
    let number = entries.count
    entries.append(Entry(assigned: added, setter: command))
    guard var last = head, !entries[last].isRemoved else {
      heads.put(number, for: head, hash: address.hash)
      return added
    }
    while entries[last].next >= 0 { last = Int(entries[last].next) }
    entries[last].next = Int32(number)
    return added
  }

  /// Notes a new owner of an address that stays where it is.
  mutating func confirm(_ old: AssignedAddress, owner: AddressOwner, hasVirtualHost: Bool) {
    guard let index = entry(of: old.address, on: old.interface) else { return }
    entries[index].assigned = AssignedAddress(
      address: old.address, prefixLength: old.prefixLength, interface: old.interface,
      hasVirtualHost: hasVirtualHost, owner: owner)
    entries[index].setter = command
  }

  mutating func remove(_ old: AssignedAddress) {
    guard let index = entry(of: old.address, on: old.interface) else { return }
    let next = entries[index].next
    var before = head(old.address)
    entries[index].next = Entry.removed
    gone.append(index)
    if before == index {
      if next >= 0 { heads.put(Int(next), for: index, hash: old.address.hash) }
      return
    }
    while before >= 0, entries[before].next != index { before = Int(entries[before].next) }
    if before >= 0 { entries[before].next = next }
  }

  /// The addresses of one interface in the order they were added.
  func list(_ interface: Int) -> [AssignedAddress] {
    entries.filter { !$0.isRemoved && $0.assigned.interface == interface }.map(\.assigned)
  }

  /// The first IPv4 address of one interface.
  func firstInet(_ interface: Int) -> AssignedAddress? {
    entries.first {
      $0.assigned.interface == interface && !$0.isRemoved && $0.assigned.address.family == .inet
    }?.assigned
  }

  /// The addresses of all interfaces, by interface, each list in the order they were added.
  func byInterface(count: Int) -> [[AssignedAddress]] {
    var counts = [Int](repeating: 0, count: count)
    for index in entries.indices where !entries[index].isRemoved {
      counts[entries[index].assigned.interface] += 1
    }
    var lists = [[AssignedAddress]](repeating: [], count: count)
    for interface in lists.indices { lists[interface].reserveCapacity(counts[interface]) }
    for index in entries.indices where !entries[index].isRemoved {
      lists[entries[index].assigned.interface].append(entries[index].assigned)
    }
    return lists
  }

  /// The numbers of the commands that set these addresses last, in the same order.
  func settersByInterface(count: Int) -> [[Int32]] {
    var lists = [[Int32]](repeating: [], count: count)
    for index in entries.indices where !entries[index].isRemoved {
      lists[entries[index].assigned.interface].append(entries[index].setter)
    }
    return lists
  }

  /// The numbers of the commands that set last what is no longer there.
  var formerSetters: [AddressKey: Int] {
    var found: [AddressKey: Int] = [:]
    for index in gone where entries[index].setter >= 0 {
      let key = AddressKey(entries[index].assigned)
      guard entry(of: key.address, on: key.interface) == nil else { continue }
      found[key] = max(found[key] ?? -1, Int(entries[index].setter))
    }
    return found
  }
}
