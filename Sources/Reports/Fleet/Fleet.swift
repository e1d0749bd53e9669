package import HostModel

/// Many hosts, the worst first, and what they have in common.
package struct Fleet: Sendable {
  /// The worst first.
  package let hosts: [FleetHost]
  /// What several of them have.
  package let clashes: FleetClashes
  /// The moment that ages are counted to, in seconds since the first of January 1970.
  package let now: Int

  /// - Parameters:
  ///   - meant: networks whose addresses are shared on purpose.
  ///   - isWhole: all hosts are there; before that nothing is said of what they have in common.
  package init(_ hosts: [FleetHost], meant: [Prefix] = [], now: Int, isWhole: Bool = true) {
    self.hosts = hosts.sorted { $0.isWorse(than: $1) }
    clashes = FleetClashes(isWhole ? self.hosts : [], meant: meant)
    self.now = now
  }

  /// The worst verdict of all; without a host nothing is known.
  package var verdict: Verdict {
    hosts.isEmpty ? .unknown : Verdict.worst(of: hosts.map(\.verdict))
  }

  /// How many hosts there are with each verdict, and how many could not be read.
  var counts: (notSafe: Int, unread: Int, unknown: Int, warnings: Int, safe: Int) {
    var counts = (notSafe: 0, unread: 0, unknown: 0, warnings: 0, safe: 0)
    for host in hosts {
      switch host.verdict {
      case .notSafe: counts.notSafe += 1
      case .unknown where host.problem != nil: counts.unread += 1
      case .unknown: counts.unknown += 1
      case .safeWithWarnings: counts.warnings += 1
      case .safe: counts.safe += 1
      }
    }
    return counts
  }
}
