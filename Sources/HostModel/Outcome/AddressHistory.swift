/// The steps that changed certain addresses, in order.
package struct AddressHistory: Sendable {
  private var changes: [IPAddress: [Change]] = [:]

  private struct Change: Sendable {
    let step: Int
    /// The length it has from there on; nil when it is taken off.
    let length: Int?
  }

  /// - Parameter forecast: its steps count, and behind them those of jails that nothing starts.
  package init(_ forecast: BootForecast, of addresses: Set<IPAddress>) {
    guard !addresses.isEmpty else { return }
    collect(forecast.steps, from: 0, addresses)
    collect(forecast.trialSteps, from: forecast.steps.count, addresses)
  }

  private mutating func collect(_ steps: [Step], from first: Int, _ addresses: Set<IPAddress>) {
    for index in steps.indices {
      for effect in steps[index].effects {
        let change: (address: IPAddress, length: Int?) =
          switch effect {
          case .added(let new): (new.address, new.prefixLength)
          case .replaced(let old, let length): (old.address, length)
          case .removed(let old): (old.address, nil)
          case .confirmed(let old): (old.address, old.prefixLength)
          }
        guard addresses.contains(change.address) else { continue }
        if case .confirmed = effect, changes[change.address]?.last?.length != nil { continue }
        changes[change.address, default: []].append(
          Change(step: first + index, length: change.length))
      }
    }
  }

  /// The step that gave an address the length it has when another step runs; nil when no interface
  /// has it then.
  package func lastSetter(
    of address: IPAddress, before index: Int
  ) -> (step: Int, length: Int)? {
    let list = changes[address] ?? []
    // the first change that is not before the step
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].step < index { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let length = list[low - 1].length else { return nil }
    return (list[low - 1].step, length)
  }
}

extension Step {
  /// It fails, and with it the start of its jail.
  package var endsAStart: Bool { outcome == .failed && !isRollback }

  /// The interface that ifconfig(8) is called for.
  package var interface: String? { words.second }

  /// The address that ifconfig(8) is asked to set, when its family is written in front of it.
  package var requestedAddress: IPAddress? {
    let argv = argv
    guard argv.count > 3, argv[2] == "inet" || argv[2] == "inet6" else { return nil }
    let view = argv[3].utf8
    let bytes = view.span
    let text = bytes.extracting(..<(bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.count))
    return argv[2] == "inet"
      ? IPv4Address(dottedQuad: text).map { .inet($0) } : IPv6Address(text).map { .inet6($0) }
  }

  /// The network of that address, when a length or a mask is written.
  package var requestedNetwork: Prefix? {
    guard let address = requestedAddress else { return nil }
    var reader = IfconfigReader()
    for word in argv.dropFirst(2) { reader.read(word) }
    return reader.request.prefixLength.map { Prefix(address, length: $0) }
  }
}
