import HostModel

/// An address of an interface, whatever its prefix length.
struct AddressKey: Hashable {
  /// The interface's index in the kernel.
  let interface: Int
  let address: IPAddress

  init(_ assigned: AssignedAddress) {
    interface = assigned.interface
    address = assigned.address
  }
}

/// Something a jail takes from the host's own network during the boot.
struct HostLoss {
  enum Kind {
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
  let address: AssignedAddress
  let interface: String
  let kind: Kind
  /// The index of the step that did it last; nil when the interface is gone.
  let step: Int?
  let jail: String?

  /// Nothing is gone yet.
  var isHeld: Bool {
    if case .held = kind { return true }
    return false
  }
}

/// What the start of jails takes from the addresses that the host itself had configured: each one
/// on an interface after netif, followed through every step of every jail.
struct HostLosses {
  /// In the order of interfaces and of addresses on them.
  private(set) var all: [HostLoss] = []

  init(_ forecast: BootForecast) {
    var last: [AddressKey: (step: Int, kind: HostLoss.Kind)] = [:]
    for index in forecast.steps.indices where forecast.steps[index].phase == .jail {
      for effect in forecast.steps[index].effects {
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
    let present = Set(forecast.interfaces.map(\.interface.name))
    for entry in forecast.interfacesAfterNetif {
      let isGone = !present.contains(entry.interface.name)
      for address in entry.addresses where !address.isJails {
        let name = entry.interface.name
        if isGone {
          all.append(
            HostLoss(
              address: address, interface: name, kind: .moved, step: nil,
              jail: Self.taker(of: name, forecast)))
        } else if let (step, kind) = last[AddressKey(address)] {
          all.append(
            HostLoss(
              address: address, interface: name, kind: Self.settled(kind, address), step: step,
              jail: forecast.steps[step].jail))
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
  var isJails: Bool {
    if case .jail = owner { return true }
    return false
  }
}
