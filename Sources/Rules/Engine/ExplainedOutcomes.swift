import HostModel

/// What the findings so far are reasons for.
package struct ExplainedOutcomes {
  private var isBootExplained = false
  private var steps: Set<Int> = []
  private var jails: Set<NameKey> = []
  private var complaints: Set<String> = []

  /// Whether something bad has its reason.
  package func contains(_ outcome: BadOutcome) -> Bool {
    switch outcome {
    case .boot: isBootExplained
    case .step(let index): steps.contains(index)
    case .jail(let name): jails.contains(NameKey(name))
    case .complaint(let text): complaints.contains(text)
    }
  }

  mutating func insert(_ outcomes: [BadOutcome]) {
    for outcome in outcomes {
      switch outcome {
      case .boot: isBootExplained = true
      case .step(let index): steps.insert(index)
      case .jail(let name): jails.insert(NameKey(name))
      case .complaint(let text): complaints.insert(text)
      }
    }
  }
}
