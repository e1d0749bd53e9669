/// Whether a boot brings every jail back.
package enum Verdict: String, Sendable {
  case safe = "BOOT-SAFE"
  /// Every jail comes back, and something else needs a look.
  case safeWithWarnings = "BOOT-SAFE with warnings"
  /// rc(8) ends early, a jail's start fails, or something else is proved to fail.
  case notSafe = "NOT BOOT-SAFE"
  /// Nothing is known to fail, and not everything is known.
  case unknown = "UNKNOWN"

  /// The exit status of every command that forecasts.
  package var exitCode: Int32 {
    switch self {
    case .safe: 0
    case .safeWithWarnings: 1
    case .notSafe: 2
    case .unknown: 3
    }
  }

  /// The verdict on several hosts: one that is known to fail outweighs one that is not known.
  package static func worst(of verdicts: [Verdict]) -> Verdict {
    [.notSafe, .unknown, .safeWithWarnings].first(where: verdicts.contains) ?? .safe
  }

  /// The word of the JSON documents.
  var keyword: String {
    switch self {
    case .safe: "safe"
    case .safeWithWarnings: "warnings"
    case .notSafe: "not-safe"
    case .unknown: "unknown"
    }
  }

  var emphasis: Emphasis {
    switch self {
    case .safe: .success
    case .safeWithWarnings: .caution
    case .notSafe: .failure
    case .unknown: .uncertainty
    }
  }
}
