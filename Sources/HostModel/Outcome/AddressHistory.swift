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
        let address = effect.key.address
        guard addresses.contains(address) else { continue }
        if case .confirmed = effect, changes[address]?.last?.length != nil { continue }
        changes[address, default: []].append(Change(step: first + index, length: effect.length))
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

/// One thing of a step, by the step's index: the whole of it is much to copy.
extension BootForecast {
  /// What it prints on standard error.
  package func message(ofStep index: Int) -> String { part(of: index) { $0.message } }

  /// The jail it is run for.
  package func jail(ofStep index: Int) -> String? { part(of: index) { $0.jail } }

  /// The interface that ifconfig(8) is called for.
  package func interface(ofStep index: Int) -> String? { words(ofStep: index).second }

  /// The address that ifconfig(8) is asked to set, when its family is written in front of it.
  package func requestedAddress(ofStep index: Int) -> IPAddress? {
    words(ofStep: index).requestedAddress
  }

  /// The places its words are written at, the decisive one first.
  package func sources(ofStep index: Int) -> Places { part(of: index) { $0.sources } }

  /// Whether it undoes what a start that failed had done.
  package func isRollback(_ index: Int) -> Bool { part(of: index) { $0.isRollback } }

  /// Whether it ends as rc(8) ends the command of every alias, and no other.
  package func isAlias(_ index: Int) -> Bool {
    // asked of the words where they are: a copy of them takes longer
    index < steps.count
      ? steps[index].words.endsAnAlias : trialSteps[index - steps.count].words.endsAnAlias
  }

  private func words(ofStep index: Int) -> CommandWords { part(of: index) { $0.words } }

  @inline(__always)
  private func part<Part>(of index: Int, _ read: (borrowing Step) -> Part) -> Part {
    index < steps.count ? read(steps[index]) : read(trialSteps[index - steps.count])
  }
}

extension Step {
  /// It fails, and with it the start of its jail.
  package var endsAStart: Bool { outcome == .failed && !isRollback }

  /// The interface that ifconfig(8) is called for.
  package var interface: String? { words.second }

  /// The family that stands in front of the address that ifconfig(8) is asked to set.
  package var requestedFamily: AddressFamily? {
    if let command = words.addressCommand { return command.family }
    let argv = argv
    return argv.count > 3 ? AddressFamily(rawValue: argv[2]) : nil
  }

  /// The address that ifconfig(8) is asked to set, when its family is written in front of it.
  package var requestedAddress: IPAddress? { words.requestedAddress }

  /// The network of that address, when a length or a mask is written.
  package var requestedNetwork: Prefix? {
    guard let address = requestedAddress else { return nil }
    var reader = IfconfigReader()
    for word in argv.dropFirst(2) { reader.read(word) }
    return reader.request.prefixLength.map { Prefix(address, length: $0) }
  }
}

extension CommandWords {
  /// The address that ifconfig(8) is asked to set, when its family is written in front of it.
  fileprivate var requestedAddress: IPAddress? {
    if let command = addressCommand { return command.address }
    let argv = list
    guard argv.count > 3, let family = AddressFamily(rawValue: argv[2]) else { return nil }
    let view = argv[3].utf8
    let bytes = view.span
    return IPAddress(
      bytes.extracting(..<(bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.count)), of: family)
  }
}
