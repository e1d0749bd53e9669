/// An address of an interface, whatever its prefix length.
package struct AddressKey: Hashable, Sendable {
  /// The interface's index in the kernel.
  package let interface: Int
  /// The address itself.
  package let address: IPAddress

  package init(_ assigned: AssignedAddress) {
    interface = assigned.interface
    address = assigned.address
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

  package init(_ forecast: BootForecast) {
    collect(forecast, forecast.steps, from: 0)
    if !forecast.trialSteps.isEmpty {
      collect(forecast, forecast.trialSteps, from: forecast.steps.count)
    }
  }

  /// Collects what some steps take, in the order of interfaces.
  private mutating func collect(_ forecast: BootForecast, _ steps: [Step], from first: Int) {
    let isTrial = first > 0
    var last: [AddressKey: (step: Int, kind: HostLoss.Kind)] = [:]
    for number in steps.indices where steps[number].phase == .jail {
      let index = first + number
      for effect in steps[number].effects {
        switch effect {
        case .added(let new):
          // the host's own addresses are there already, unless a jail took them off
          guard !last.isEmpty, last[AddressKey(new)] != nil else { continue }
          last[AddressKey(new)] = (index, .replaced(new.prefixLength))
        case .confirmed(let old): last[AddressKey(old)] = (index, .replaced(old.prefixLength))
        case .replaced(let old, let length): last[AddressKey(old)] = (index, .replaced(length))
        case .removed(let old): last[AddressKey(old)] = (index, .removed)
        }
      }
    }
    if last.isEmpty && isTrial { return }
    let present = Set(forecast.interfaces.map(\.interface.name))
    let known = Set(all.map { AddressKey($0.address) })
    for entry in forecast.interfacesAfterNetif {
      let isGone = !isTrial && !present.contains(entry.interface.name)
      let name = entry.interface.name
      for address in entry.addresses where !address.isJails {
        if isGone {
          all.append(
            HostLoss(
              address: address, interface: name, kind: .moved, step: nil,
              jail: Self.taker(of: name, forecast), isTrial: false))
        } else if let (step, kind) = last[AddressKey(address)],
          known.isEmpty || !known.contains(AddressKey(address))
        {
          all.append(
            HostLoss(
              address: address, interface: name, kind: Self.settled(kind, address), step: step,
              jail: forecast.step(step).jail, isTrial: isTrial))
        }
      }
    }
  }

  /// An address that was put back as it had been is merely held.
  private static func settled(_ kind: HostLoss.Kind, _ address: AssignedAddress) -> HostLoss.Kind {
    if case .replaced(let length) = kind, length == address.prefixLength { return .held }
    return kind
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
    switch self {
    case .added(let address), .confirmed(let address), .replaced(let address, _):
      AddressKey(address)
    case .removed: nil
    }
  }
}
