import Phrases

/// Setting and removing addresses as the kernel does.
extension KernelState {
  /// The kernel refuses an address on a member of a bridge.
  private var refusesMemberAddresses: Bool {
    traits.refusesBridgeMemberAddresses && !settings.allowsMemberAddresses
  }

  /// Sets or removes the address of a call, after all its words were read.
  mutating func setAddress(
    _ request: IfconfigRequest, on index: Int, owner: AddressOwner
  ) -> CommandResult {
    guard let address = request.address else { return CommandResult() }
    if request.action == .remove { return remove(address, on: index) }
    if request.action == .nothing { return CommandResult() }
    if request.fromHardwareAddress {
      interfaces[index].unknownAddresses.append(
        spoken("\(address) with the interface's hardware address behind it"))
      return CommandResult()
    }
    switch address {
    case .inet(let inet): return setInet(inet, request, on: index, owner: owner)
    case .inet6(let inet6): return setInet6(inet6, request, on: index, owner: owner)
    }
  }

  /// Takes an address off by value; its mask doesn't matter (in.c, in_difaddr_ioctl).
  private mutating func remove(_ address: IPAddress, on index: Int) -> CommandResult {
    guard let present = addresses.find(address, on: index) else {
      return .failed("ifconfig: ioctl (SIOCDIFADDR): Can't assign requested address")
    }
    addresses.remove(present)
    return CommandResult(effects: AddressEffects(.removed(present)))
  }

  private static let refused = "ifconfig: ioctl (SIOCAIFADDR): Invalid argument"
  private static let exists = "ifconfig: ioctl (SIOCAIFADDR): File exists"

  /// Adds an IPv6 address: its length can't change while it is there (in6.c, in6_validate_ifra),
  /// and unlike an IPv4 address it never replaces another one (in6.c, in6_control).
  private mutating func setInet6(
    _ inet6: IPv6Address, _ request: IfconfigRequest, on index: Int, owner: AddressOwner
  ) -> CommandResult {
    let address = IPAddress.inet6(inet6)
    var length = request.prefixLength ?? 64
    if length == 0 {
      if traits.usesNetlink { return .failed(Self.refused) }
      length = 128
    }
    if refusesMemberAddresses, interfaces[index].bridge != nil {
      return .failed(Self.refused)
    }
    if let present = addresses.find(address, on: index) {
      guard present.prefixLength == length else { return .failed(Self.refused) }
      addresses.confirm(present, owner: owner, hasVirtualHost: request.hasVirtualHost)
      return CommandResult(effects: AddressEffects(.confirmed(present)))
    }
    guard addresses.isAbsent(address) || inet6.isLinkLocal else { return .failed(Self.exists) }
    return add(address, length, request, on: index, owner: owner, message: "")
  }

  private mutating func setInet(
    _ inet: IPv4Address, _ request: IfconfigRequest, on index: Int, owner: AddressOwner
  ) -> CommandResult {
    let address = IPAddress.inet(inet)
    if interfaces[index].isPointToPoint && !request.hasDestination {
      return .failed(
        traits.usesNetlink
          ? "ifconfig: in_exec_nl(): Empty IFA_LOCAL/IFA_ADDRESS\n" + Self.refused
          : "ifconfig: ioctl (SIOCAIFADDR): Destination address required")
    }
    var message = ""
    if request.prefixLength == nil {
      if traits.requiresMask {
        return .failed(
          "ifconfig: ERROR: setting interface address without mask is no longer supported.")
      }
      message =
        "ifconfig: WARNING: setting interface address without mask is deprecated,\n"
        + "default mask may not be correct."
    }
    if refusesMemberAddresses, interfaces[index].bridge != nil {
      return .failed(Self.refused)
    }
    let length = request.prefixLength ?? classfulLength(inet)
    guard request.action == .replaceFirst, let first = addresses.firstInet(index) else {
      return set(address, length, request, on: index, owner: owner, message: message)
    }
    addresses.remove(first)
    var result = set(address, length, request, on: index, owner: owner, message: message)
    result.effects = AddressEffects([.removed(first)] + result.effects)
    return result
  }

  /// Puts an IPv4 address on, whatever else there is on the interface.
  private mutating func set(
    _ address: IPAddress, _ length: Int, _ request: IfconfigRequest, on index: Int,
    owner: AddressOwner, message: String
  ) -> CommandResult {
    if let present = addresses.find(address, on: index) {
      return readd(present, length, request, owner: owner, message: message)
    }
    guard routeIsFree(address, length, request, on: index) else { return .failed(Self.exists) }
    return add(address, length, request, on: index, owner: owner, message: message)
  }

  private mutating func add(
    _ address: IPAddress, _ length: Int, _ request: IfconfigRequest, on index: Int,
    owner: AddressOwner, message: String
  ) -> CommandResult {
    let added = addresses.add(
      address, length, on: index, owner: owner, hasVirtualHost: request.hasVirtualHost)
    return CommandResult(message: message, effects: AddressEffects(.added(added)))
  }

  /// An IPv4 address that is there is taken off and put back at the end (in.c, in_aifaddr_ioctl).
  private mutating func readd(
    _ present: AssignedAddress, _ length: Int, _ request: IfconfigRequest, owner: AddressOwner,
    message: String
  ) -> CommandResult {
    addresses.remove(present)
    guard routeIsFree(present.address, length, request, on: present.interface) else {
      return CommandResult(
        status: 1, message: Self.exists, effects: AddressEffects(.removed(present)))
    }
    addresses.add(
      present.address, length, on: present.interface, owner: owner,
      hasVirtualHost: request.hasVirtualHost)
    let effect: AddressEffect =
      present.prefixLength == length
      ? .confirmed(present) : .replaced(old: present, prefixLength: UInt8(clamping: length))
    return CommandResult(message: message, effects: AddressEffects(effect))
  }

  private func classfulLength(_ address: IPv4Address) -> Int {
    let top = address.value >> 24
    let length = top < 128 ? 8 : top < 192 ? 16 : 24
    guard traits.guessesMaskWrongly else { return length }
    return length == 8 ? 24 : length == 24 ? 8 : 16
  }

  /// Whether the route an IPv4 address wants can be added beside the same address elsewhere.
  ///
  /// 14 asks for a route to the address itself on loopback interfaces and for `/32`, and finds
  /// another one's loopback route in its place unless that one asked for the same
  /// (in.c, ia_getrtprefix); 12 does so for loopback interfaces alone (in.c, in_addprefix).
  private func routeIsFree(
    _ address: IPAddress, _ length: Int, _ request: IfconfigRequest, on index: Int
  ) -> Bool {
    if settings.refusesSameNetwork, !request.hasVirtualHost,
      let network = routedNetwork(of: address, length, on: index),
      addresses.contains(where: {
        !$0.hasVirtualHost
          && routedNetwork(of: $0.address, $0.prefixLength, on: $0.interface) == network
      })
    {
      return false
    }
    if addresses.isAbsent(address) { return true }
    let others = addresses.all(address).filter { $0.interface != index }
    guard !others.isEmpty else { return true }
    let isLoopback = interfaces[index].driver.isLoopback
    func otherIsLoopback(_ other: AssignedAddress) -> Bool {
      interfaces[other.interface].driver.isLoopback
    }
    if traits.sharesHostRoutes {
      guard isLoopback || length == 32 else { return true }
      return others.contains { $0.prefixLength == 32 || otherIsLoopback($0) }
    }
    return !isLoopback || others.contains(where: otherIsLoopback)
  }

  /// What the route leads to that an IPv4 address brings (in.c, ia_getrtprefix); nil where that is
  /// its destination, which isn't kept.
  private func routedNetwork(of address: IPAddress, _ length: Int, on index: Int) -> Prefix? {
    guard address.family == .inet, !interfaces[index].isPointToPoint else { return nil }
    return Prefix(address, length: interfaces[index].driver.isLoopback ? 32 : length)
  }
}
