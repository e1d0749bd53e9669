package import SourceText

/// Fixes that are chosen one after another, each on the files as the ones before leave them.
///
/// Nothing is written: what comes of a session is the edits of the host's files as they are.
package struct FixSession: Sendable {
  /// Fixes that are chosen together, and where the session stood before.
  private struct Choice: Sendable {
    let fixes: [ProvenFix]
    let before: Analysis
    let editsBefore: [String: EditSet]
  }

  /// The host as it is.
  package let original: Analysis
  /// The host as the chosen fixes leave it.
  package private(set) var current: Analysis
  /// The edits of all chosen fixes together, for the files as they are.
  package private(set) var edits: [String: EditSet] = [:]
  private var choices: [Choice] = []

  package init(_ analysis: Analysis) {
    original = analysis
    current = analysis
  }

  /// The chosen fixes, in the order they were chosen in.
  package var chosen: [ProvenFix] { choices.flatMap(\.fixes) }

  /// What all chosen fixes do together.
  package var proof: Proof { Proof(original, current) }

  /// Chooses a fix that was proven for the host as it now stands; false when its edits don't fit.
  package mutating func choose(_ fix: ProvenFix, reanalyse: Reanalysis) -> Bool {
    guard let capture = current.capture(with: fix.fix.edits) else { return false }
    return take([fix], fix.fix.edits, reanalyse(capture))
  }

  /// Chooses the way with a number, from 1, to mend a finding; false when there is none.
  package mutating func choose(
    _ number: Int, for finding: Finding, reanalyse: Reanalysis
  ) -> Bool {
    guard let now = current.same(finding),
      let (fix, after) = current.fix(for: now, number: number, reanalyse: reanalyse)
    else { return false }
    return take([fix], fix.fix.edits, after)
  }

  /// Takes the last choice back; nothing when there is none.
  package mutating func takeBack() {
    guard let last = choices.popLast() else { return }
    current = last.before
    edits = last.editsBefore
  }

  /// Notes fixes whose edits lead to an analysis.
  mutating func take(
    _ fixes: [ProvenFix], _ new: [String: EditSet], _ analysis: Analysis
  ) -> Bool {
    var joined = edits
    for (path, set) in new {
      guard case .file(let file)? = original.capture.entries[path],
        let both = try? (edits[path] ?? .none).followed(by: set, in: file.bytes.count)
      else { return false }
      joined[path] = both
    }
    choices.append(Choice(fixes: fixes, before: current, editsBefore: edits))
    edits = joined
    current = analysis
    return true
  }
}
