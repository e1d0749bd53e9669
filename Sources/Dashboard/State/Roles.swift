package import CellGrid
package import Reports
package import Rules
package import SourceText

/// What things of the core stand for on the screen.
extension Severity {
  /// The letter that says it without colour.
  package var letter: String {
    switch self {
    case .error: "E"
    case .warning: "W"
    case .info: "I"
    }
  }

  /// What it stands for.
  package var role: Role {
    switch self {
    case .error: .severityError
    case .warning: .severityWarning
    case .info: .severityInfo
    }
  }
}

extension Verdict {
  /// What it stands for.
  package var role: Role {
    switch self {
    case .safe, .safeWithWarnings: .verdictSafe
    case .notSafe: .verdictUnsafe
    case .unknown: .verdictUnknown
    }
  }
}

extension Fix.Applicability {
  /// What it stands for.
  package var role: Role {
    switch self {
    case .safe: .fixSafe
    case .review: .fixReview
    case .manual: .fixManual
    }
  }
}
