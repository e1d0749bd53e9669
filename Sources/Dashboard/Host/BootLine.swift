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
}

extension BootForecast {
  /// The steps with a heading in front of each part; jails without a step have a heading alone.
  package var lines: [BootLine] {
    var lines: [BootLine] = []
    var positions: [String: Int] = [:]
    for (index, jail) in jails.enumerated() { positions[jail.name] = index }
    var current: BootLine?
    var told: Set<Int> = []
    for index in 0..<(steps.count + trialSteps.count) {
      let step = step(index)
      let heading: BootLine
      if step.phase == .netif {
        heading = .netif
      } else if let position = step.jail.flatMap({ positions[$0] }) {
        heading = index < steps.count ? .jail(position) : .trial(position)
        told.insert(position)
      } else {
        heading = current ?? .netif
      }
      if heading != current {
        lines.append(heading)
        current = heading
      }
      lines.append(.step(index))
    }
    // a jail that is refused before any command has something to say all the same
    for index in jails.indices where !told.contains(index) { lines.append(.jail(index)) }
    return lines
  }
}
