/// An address of an interface, whatever its prefix length.
package struct AddressKey: Hashable, Sendable {
  /// The interface's index in the kernel.
  package let interface: Int
  /// The address itself.
  package let address: IPAddress

  package init(_ assigned: AssignedAddress) {
    self.init(assigned.address, on: assigned.interface)
  }

  package init(_ address: IPAddress, on interface: Int) {
    self.interface = interface
    self.address = address
  }

  /// That of the address: few are on several interfaces.
  package func _rawHashValue(seed: Int) -> Int { address._rawHashValue(seed: seed) }
}

/// Something a jail takes from the host's own network during the boot.
package struct HostLoss: Sendable {
  /// What is taken.
  package enum Kind: Sendable {
    /// Gone when the boot is over.
    case removed
    /// There with another prefix length.
    case replaced(Int)
    /// There unchanged, but the jail put it there last and its stop takes it off.
    case held
    /// Gone with its interface, which was moved into a jail.
    case moved
  }

  /// The address as the host's configuration had set it.
  package let address: AssignedAddress
  /// The interface it was on, by the name it had then.
  package let interface: String
  /// What is taken.
  package let kind: Kind
  /// The index of the step that did it last; nil when the interface is gone.
  package let step: Int?
  /// The jail whose start did it.
  package let jail: String?
  /// Nothing starts the jail: it would happen if a person did.
  package let isTrial: Bool
  /// The index of the step of netif that put the address there.
  package let setter: Int?

  /// Nothing is gone yet.
  package var isHeld: Bool {
    if case .held = kind { return true }
    return false
  }
}

/// What the start of jails takes from the addresses that the host itself had configured: each one
/// on an interface after netif, followed through every step of every jail.
package struct HostLosses: Sendable {
  /// In the order of interfaces and of addresses on them.
  package private(set) var all: [HostLoss] = []

  /// What became last of an address.
  private struct Change {
    /// The index of the step; -1 for none.
    var step: Int32 = -1
    var length: Int32?
  }

  package init(_ forecast: BootForecast) {
    let addresses = forecast.hostAddresses
    var isTaken = [Bool](repeating: false, count: addresses.count)
    let jails = forecast.firstJailStep..<forecast.steps.count
    let changes = Self.changes(by: forecast.steps, in: jails, from: 0, addresses)
    collect(forecast, addresses, changes, isTrial: false, &isTaken)
    if !forecast.trialSteps.isEmpty {
      let first = forecast.steps.count
      let trials = forecast.trialSteps.indices
      let changes = Self.changes(by: forecast.trialSteps, in: trials, from: first, addresses)
      collect(forecast, addresses, changes, isTrial: true, &isTaken)
    }
  }

  /// What steps of jails do to each of the addresses.
  private static func changes(
    by steps: [Step], in range: Range<Int>, from first: Int, _ addresses: HostAddresses
  ) -> [Change] {
    var changes = [Change](repeating: Change(), count: addresses.count)
    for index in range {
      for effect in steps[index].effects {
        guard let number = addresses.number(of: effect.key) else { continue }
        // the host's own addresses are there already, unless a jail took them off
        if case .added = effect, changes[number].step < 0 { continue }
        changes[number] = Change(
          step: Int32(first + index), length: effect.length.map { Int32($0) })
      }
    }
    return changes
  }

  /// Collects what changes take, in the order of interfaces, but for what is taken already.
  private mutating func collect(
    _ forecast: BootForecast, _ addresses: HostAddresses, _ changes: [Change], isTrial: Bool,
    _ isTaken: inout [Bool]
  ) {
    let present = Set(forecast.interfaces.map(\.interface.name))
    var number = -1
    for entry in forecast.interfacesAfterNetif {
      let name = entry.interface.name
      let isGone = !isTrial && !present.contains(name)
      for index in entry.addresses.indices {
        number += 1
        guard isGone || changes[number].step >= 0, !isTaken[number],
          !entry.addresses[index].isJails
        else { continue }
        isTaken[number] = true
        let address = entry.addresses[index]
        let step = isGone ? nil : Int(changes[number].step)
        all.append(
          HostLoss(
            address: address, interface: name,
            kind: isGone ? .moved : Self.kind(changes[number], address), step: step,
            jail: step.map { forecast.jail(ofStep: $0) } ?? Self.taker(of: name, forecast),
            isTrial: isTrial, setter: addresses.setter(number)))
      }
    }
  }

  /// An address that was put back as it had been is merely held.
  private static func kind(_ change: Change, _ address: AssignedAddress) -> HostLoss.Kind {
    guard let length = change.length else { return .removed }
    return length == address.prefixLength ? .held : .replaced(Int(length))
  }

  private static func taker(of interface: String, _ forecast: BootForecast) -> String? {
    forecast.steps.first {
      $0.phase == .jail && $0.outcome != .failed
        && $0.argv.dropFirst().starts(with: [interface, "vnet"])
    }?.jail
  }
}

extension AssignedAddress {
  /// A jail's start put it there.
  package var isJails: Bool {
    if case .jail = owner { return true }
    return false
  }
}

extension AddressEffect {
  /// The address that stands after the step as the step asked for it; nil when it takes one off.
  package var settingKey: AddressKey? {
    if case .removed = self { return nil }
    return key
  }

  /// The address that the step sets or takes off.
  package var key: AddressKey {
    switch self {
    case .added(let address), .confirmed(let address), .replaced(let address, _),
      .removed(let address):
      AddressKey(address)
    }
  }

  /// The length that the address has behind the step; nil when it is taken off.
  package var length: Int? {
    switch self {
    case .added(let address), .confirmed(let address): address.prefixLength
    case .replaced(_, let length): Int(length)
    case .removed: nil
    }
  }
}
