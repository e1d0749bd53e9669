/// The host's network stack and its jails, as commands change them.
package struct KernelState: Sendable {
  /// Every interface there ever was, in the order of creation.
  package internal(set) var interfaces: [NetworkInterface] = []
  /// Interfaces that are gone (moved into a jail, destroyed) keep their index and lose their name here.
  private var indices: [NameKey: Int] = [:] {
    didSet { latest = nil }
  }
  /// The interface that was looked for last: most commands are for that of the command before.
  private var latest: (name: String, index: Int)?
  var addresses = AddressTable()
  /// The jails that run, in the order of their creation.
  package internal(set) var jails: [RunningJail] = []
  private var jailIndices = NumberIndex()
  /// The number of the jail that was created last: each gets the next one.
  private(set) var lastJail = 0
  /// Addresses that running jails use or used.
  private var jailAddresses: [JailAddressUse] = []
  private var jailAddressNumbers = NumberIndex()
  let traits: ReleaseTraits
  /// What sysctl(8) has set.
  package internal(set) var settings = KernelSettings()
  /// Whether interfaces are point-to-point of which the running host tells it, by name.
  private let linkKinds: [String: Bool]

  private struct JailAddressUse: Sendable {
    let address: IPAddress
    /// How many have it.
    var jails: Int32 = 0
    /// How many of them have others of the family.
    var crowded: Int32 = 0

    mutating func count(_ step: Int32, isCrowded: Bool) {
      jails += step
      if isCrowded { crowded += step }
    }
  }

  package init(traits: ReleaseTraits, live: LiveHost? = nil) {
    self.traits = traits
    linkKinds =
      live?.interfaces.map { interfaces in
        Dictionary(interfaces.map { ($0.name, $0.isPointToPoint) }, uniquingKeysWith: { $1 })
      } ?? [:]
    addInterface("lo0", presence: .known)
    if let loopback = index(of: "lo0") {
      addresses.add(
        .inet6(IPv6Address(high: 0, low: 1)), 128, on: loopback, owner: .kernel,
        hasVirtualHost: false)
    }
  }

  /// The index of an interface that exists now.
  package func index(of name: String) -> Int? { indices[NameKey(name)] }

  /// The same, of an interface that is likely to be asked for again.
  mutating func findIndex(of name: String) -> Int? {
    if let latest, latest.name == name { return latest.index }
    let index = index(of: name)
    latest = index.map { (name, $0) }
    return index
  }

  /// Whether an interface of that name exists now or did before it was moved or renamed.
  func hasSeen(_ name: String) -> Bool {
    indices[NameKey(name)] != nil || interfaces.contains { $0.name == name }
  }

  /// The names of the interfaces that exist now, in the order `ifconfig -l` lists them.
  package var names: [String] {
    interfaces.indices.filter { index(of: interfaces[$0].name) == $0 }.map { interfaces[$0].name }
  }

  mutating func addInterface(_ name: String, presence: NetworkInterface.Presence) {
    guard indices[NameKey(name)] == nil else { return }
    indices[NameKey(name)] = interfaces.count
    var interface = NetworkInterface(name: name, presence: presence)
    if let isPointToPoint = linkKinds[name] { interface.isPointToPoint = isPointToPoint }
    interfaces.append(interface)
  }

  mutating func rename(_ index: Int, to name: String) {
    let old = interfaces[index].name
    indices[NameKey(old)] = nil
    interfaces[index].name = name
    indices[NameKey(name)] = index
    for member in members(of: old) { interfaces[member].bridge = name }
  }

  private func members(of bridge: String) -> [Int] {
    interfaces.indices.filter { interfaces[$0].bridge == bridge }
  }

  /// Takes an interface out of the host's stack, with its addresses.
  mutating func removeInterface(_ index: Int) {
    for address in addresses.list(index) { addresses.remove(address) }
    indices[NameKey(interfaces[index].name)] = nil
    interfaces[index].bridge = nil
    for member in members(of: interfaces[index].name) { interfaces[member].bridge = nil }
  }

  /// The addresses of an interface, in the order in which ifconfig(8) lists them.
  package func addressList(_ index: Int) -> [AssignedAddress] { addresses.list(index) }

  /// Whether any interface of the host has an address.
  package func hasAddress(_ address: IPAddress) -> Bool { !addresses.isAbsent(address) }

  /// The interfaces that have an address.
  package func holders(of address: IPAddress) -> [AssignedAddress] { addresses.all(address) }

  /// All addresses by interface name.
  package func snapshot() -> [InterfaceAddresses] {
    let lists = addresses.byInterface(count: interfaces.count)
    return interfaces.indices.compactMap { index in
      guard indices[NameKey(interfaces[index].name)] == index else { return nil }
      return InterfaceAddresses(interface: interfaces[index], addresses: lists[index])
    }
  }
}

/// What one interface has at one moment.
package struct InterfaceAddresses: Sendable {
  /// The interface as it was then.
  package let interface: NetworkInterface
  /// In the order they were added.
  package let addresses: [AssignedAddress]
}

/// A jail that exists.
package struct RunningJail: Sendable {
  let key: NameKey
  /// Its addresses.
  package let addresses: AddressesByFamily
  /// Has a network stack of its own.
  package let hasOwnStack: Bool
  /// Has all IPv4 addresses of the host, and so have jails below it.
  var inheritsInet = false
  /// The same of IPv6.
  var inheritsInet6 = false
  /// Interfaces moved into it.
  package var interfaces: [String] = []

  /// The name it was created with.
  package var name: String { key.text }
}

extension KernelState {
  /// The running jail of a name.
  package func jail(named name: String) -> RunningJail? {
    jailIndex(of: name).map { jails[$0] }
  }

  /// The index of the running jail of a name.
  func jailIndex(of name: String) -> Int? { jailIndex(of: NameKey(name)) }

  /// The same of a name whose key is known.
  func jailIndex(of key: NameKey) -> Int? {
    jailIndices.number(hash: key.hash) { jails[$0].key == key }
  }

  /// Whether a jail of a name runs.
  func hasJail(named name: String) -> Bool { jailIndex(of: name) != nil }

  /// Makes room for so many more jails.
  mutating func reserveJails(_ count: Int) {
    jails.reserveCapacity(jails.count + count)
    jailIndices.reserve(jails.count + count)
    jailAddresses.reserveCapacity(jailAddresses.count + count)
    jailAddressNumbers.reserve(jailAddresses.count + count)
  }

  mutating func addJail(_ jail: consuming RunningJail) {
    lastJail += 1
    index(jail.key, jails.count)
    count(jail, by: 1)
    jails.append(jail)
  }

  /// Has a name stand for the jail of an index.
  private mutating func index(_ key: NameKey, _ index: Int) {
    jailIndices.put(index, for: jailIndex(of: key), hash: key.hash)
  }

  mutating func removeJail(_ name: String) {
    guard let index = jailIndex(of: name) else { return }
    count(jails[index], by: -1)
    jails.remove(at: index)
    jailIndices = NumberIndex()
    for position in jails.indices { self.index(jails[position].key, position) }
  }

  mutating func moveInterface(_ interface: Int, into jail: String) {
    guard let index = jailIndex(of: jail) else { return }
    jails[index].interfaces.append(interfaces[interface].name)
    removeInterface(interface)
  }

  private mutating func count(_ jail: borrowing RunningJail, by step: Int32) {
    guard !jail.hasOwnStack else { return }
    for address in jail.addresses.all {
      let number = useNumber(of: address) ?? jailAddresses.count
      if number == jailAddresses.count {
        jailAddressNumbers.add(number, hash: address.hash)
        jailAddresses.append(JailAddressUse(address: address))
      }
      jailAddresses[number].count(
        step, isCrowded: jail.addresses.count(of: address.family) > 1)
    }
  }

  private func useNumber(of address: IPAddress) -> Int? {
    jailAddressNumbers.number(hash: address.hash) { jailAddresses[$0].address == address }
  }

  /// Whether a jail with these addresses of one family clashes with a running one.
  ///
  /// Two jails may share an address only if each has exactly that one of the family
  /// (kern_jail.c, kern_jail_set).
  func clashes(_ wanted: some Collection<IPAddress>) -> Bool {
    wanted.contains { address in
      guard let number = useNumber(of: address), jailAddresses[number].jails > 0 else {
        return false
      }
      return wanted.count > 1 || jailAddresses[number].crowded > 0
    }
  }
}
