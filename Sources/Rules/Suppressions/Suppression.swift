import HostModel
package import SourceText

/// Something that silences findings: a comment beside the line, or an entry of the settings.
package struct Suppression: Sendable, Hashable {
  /// What it silences.
  package enum Scope: Sendable, Hashable {
    /// Findings with a place in these lines of the comment's file, 1-based.
    case lines(ClosedRange<Int>)
    /// Findings an entry of the settings describes.
    case entry(IgnoreEntry)
  }

  /// The rule whose findings it silences.
  package let rule: RuleName
  /// Why.
  package let reason: String
  /// Where it stands.
  package let place: Place
  /// What it silences.
  package let scope: Scope

  init(_ entry: IgnoreEntry) {
    rule = entry.rule
    reason = entry.reason
    place = entry.place
    scope = .entry(entry)
  }

  init(rule: RuleName, reason: String, place: Place, lines: ClosedRange<Int>) {
    self.rule = rule
    self.reason = reason
    self.place = place
    scope = .lines(lines)
  }

  /// The last day on which it counts; nil for ever.
  package var until: Day? {
    if case .entry(let entry) = scope { return entry.until }
    return nil
  }

  /// Whether a finding is what it means.
  ///
  /// - Parameter lines: the lines that a place in the suppression's file covers.
  func covers(_ finding: Finding, lines: (Place) -> ClosedRange<Int>?) -> Bool {
    guard finding.rule == rule else { return false }
    switch scope {
    case .lines(let wanted):
      return finding.places.contains { other in
        other.place.path == place.path
          && (lines(other.place).map { $0.overlaps(wanted) } ?? false)
      }
    case .entry(let entry):
      return (entry.jail.map { finding.jails.contains($0) } ?? true)
        && (entry.address.map { finding.addresses.contains($0) } ?? true)
        && (entry.file.map { file in finding.places.contains { $0.place.path == file } } ?? true)
    }
  }
}

/// A finding that somebody silenced.
package struct SilencedFinding: Sendable {
  /// What was found.
  package let finding: Finding
  /// What silences it.
  package let suppression: Suppression
}

/// A comment that means to silence something and does not.
package struct SuppressionProblem: Sendable, Hashable {
  /// The comment.
  package let place: Place
  /// Why it silences nothing, in one clause.
  package let message: String
}
