import HostModel

/// Which steps are about which address.
extension BootForecast {
  /// The steps that change an address, or fail to; those of jails that nothing starts come last.
  var stepsByAddress: IndexLists<IPAddress> {
    var lists = IndexLists<IPAddress>()
    for (list, first) in [(steps, 0), (trialSteps, steps.count)] {
      for index in list.indices {
        for effect in list[index].effects { lists.append(first + index, to: effect.address) }
        // what has no effect says what it was about in its words alone
        if list[index].effects.isEmpty, list[index].outcome != .ok,
          let address = list[index].requestedAddress
        {
          lists.append(first + index, to: address)
        }
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
