package import HostModel

/// A line of the boot view.
package enum BootLine: Sendable, Hashable {
  /// The commands that follow are netif's.
  case netif
  /// The commands that follow are those of the jail with this position.
  case jail(Int)
  /// The commands that follow are those of a jail that nothing starts, if a person did.
  case trial(Int)
  /// The step with this index.
  case step(Int)
  /// Some of the steps that follow, which go as they should: a list may have this line alone.
  case run(Range<Int>)
  /// What the step with this index prints, as it fails.
  case printed(Int)
  /// Which step gave the address the length that another one can't change.
  case reason(of: Int, isStep: Int)

  /// The step that the line is about; nil for a heading.
  package var step: Int? {
    switch self {
    case .step(let index), .printed(let index), .reason(let index, _): index
    case .netif, .jail, .trial, .run: nil
    }
  }

  /// The steps that it stands for; nil when it is about one or none.
  package var run: Range<Int>? {
    if case .run(let steps) = self { steps } else { nil }
  }
}

extension BootForecast {
  /// The steps with a heading in front of each part, those that fail with what is behind it; jails
  /// without a step have a heading alone.
  package var lines: [BootLine] {
    var lines: [BootLine] = [.netif]
    let failing = failedSteps + trialSteps.indices.map { steps.count + $0 }
    let history = AddressHistory(
      self, of: Set(failing.lazy.compactMap { self.step($0).failingAddress }))
    var current = BootLine.netif
    var told: Set<Int> = []
    for (list, first) in [(steps, 0), (trialSteps, steps.count)] {
      // each is looked at where it is: a copy takes longer than what is asked of it
      for position in list.indices {
        let index = first + position
        let heading: BootLine
        if list[position].phase == .netif {
          heading = .netif
        } else if let jail = list[position].jail.flatMap({ jailPosition(named: $0) }) {
          heading = first == 0 ? .jail(jail) : .trial(jail)
          told.insert(jail)
        } else {
          heading = current
        }
        if heading != current {
          lines.append(heading)
          current = heading
        }
        lines.append(.step(index))
        guard list[position].endsAStart else { continue }
        if !list[position].isSilent { lines.append(.printed(index)) }
        if let address = list[position].failingAddress,
          let setter = history.lastSetter(of: address, before: index)
        {
          lines.append(.reason(of: index, isStep: setter.step))
        }
      }
    }
    // a jail that is refused before any command has something to say all the same
    for index in jails.indices where !told.contains(index) { lines.append(.jail(index)) }
    return lines
  }
}

extension Step {
  /// The address that it fails to set.
  fileprivate var failingAddress: IPAddress? { endsAStart ? requestedAddress : nil }
}
