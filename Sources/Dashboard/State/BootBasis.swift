import Rules

/// Which boot the boot view shows.
package enum BootBasis: Sendable, Hashable {
  /// With the files as they are.
  case now
  /// With what is staged.
  case staged
  /// With all that is safe to mend, too.
  case safe
}

/// A host with all that is staged and all that is safe to mend.
package struct SafeBoot: Sendable {
  /// The host as that leaves it.
  package let picture: HostPicture
  /// How many fixes come to what is staged.
  package let count: Int
}

/// The boots to choose from.
extension DashboardState {
  /// The host that the boot view shows.
  package var bootPicture: HostPicture {
    switch bootBasis {
    case .now: host
    case .staged: shown
    case .safe: safe?.picture ?? shown
    }
  }

  /// Those that differ, in the order in which a key goes through them.
  var bootBases: [BootBasis] {
    (staged.chosen.isEmpty ? [] : [.now]) + [.staged]
      + (safe.map { $0.count > 0 } == true ? [.safe] : [])
  }

  mutating func turnBoot() {
    let bases = bootBases
    let current = bases.firstIndex(of: bootBasis) ?? 0
    bootBasis = bases[(current + 1) % bases.count]
  }

  /// Asks what comes of all that is safe to mend, once somebody looks at the boot.
  mutating func safeBootWanted() -> [Effect] {
    guard view == .boot, safe == nil, awaitedSafe != revision, !shown.findings.isEmpty else {
      return []
    }
    awaitedSafe = revision
    return [.proveSafe(staged, revision: revision)]
  }
}
