import HostModel

/// Which steps are about which address.
extension BootForecast {
  /// The steps that change an address, or fail to; those of jails that nothing starts come last.
  var stepsByAddress: IndexLists<IPAddress> {
    var lists = IndexLists<IPAddress>()
    for index in 0..<(steps.count + trialSteps.count) {
      let step = step(index)
      for effect in step.effects { lists.append(index, to: effect.address) }
      // what has no effect says what it was about in its words alone
      if step.effects.isEmpty, step.outcome != .ok, let address = step.requestedAddress {
        lists.append(index, to: address)
      }
    }
    return lists
  }
}

extension AddressEffect {
  /// The address that is changed.
  var address: IPAddress {
    switch self {
    case .added(let address), .confirmed(let address), .replaced(let address, _),
      .removed(let address):
      address.address
    }
  }
}
