package import SourceText

/// All that is safe to mend on a host, chosen until nothing is left.
package struct SafeFixes: Sendable {
  /// The session with everything chosen that was safe.
  package private(set) var session: FixSession
  /// How many times all findings were gone through.
  package private(set) var rounds = 0
  /// Fixes that met others and were not needed or not possible any more afterwards.
  package private(set) var skipped: [Fix] = []

  private let reanalyse: Reanalysis
  private static let mostRounds = 10

  /// Goes through the findings in at most 10 rounds.
  ///
  /// In each the safe fixes that don't meet each other are proven together; when that fails, one
  /// after another.
  ///
  /// - Parameter isWanted: which findings to mend.
  package init(
    _ session: FixSession, where isWanted: (Finding) -> Bool = { _ in true },
    reanalyse: @escaping Reanalysis
  ) {
    self.session = session
    self.reanalyse = reanalyse
    var hasChosen = true
    while hasChosen, rounds < Self.mostRounds {
      rounds += 1
      let batch = FixBatch(session.current, where: isWanted)
      skipped = batch.skipped
      hasChosen = chooseAll(batch) || chooseEach(batch.findings)
    }
  }

  /// Chooses the whole batch, if nothing gets worse by it.
  private mutating func chooseAll(_ batch: FixBatch) -> Bool {
    guard !batch.fixes.isEmpty, let capture = session.current.capture(with: batch.edits) else {
      return false
    }
    let after = reanalyse(capture)
    let proof = Proof(session.current, after)
    guard proof.isClean, !batch.findings.contains(where: after.has) else { return false }
    return session.take(
      batch.fixes.map { ProvenFix(fix: $0, proof: proof) }, batch.edits, after)
  }

  private mutating func chooseEach(_ findings: [Finding]) -> Bool {
    var hasChosen = false
    for finding in findings {
      guard let now = session.current.same(finding) else { continue }
      let fixes = session.current.fixes(for: now, reanalyse: reanalyse)
      guard let fix = fixes.first(where: { $0.fix.applicability == .safe }) else { continue }
      if session.choose(fix, reanalyse: reanalyse) { hasChosen = true }
    }
    return hasChosen
  }
}

/// Safe fixes of findings that don't meet each other.
private struct FixBatch {
  private(set) var findings: [Finding] = []
  private(set) var fixes: [Fix] = []
  private(set) var edits: [String: EditSet] = [:]
  private(set) var skipped: [Fix] = []

  init(_ analysis: Analysis, where isWanted: (Finding) -> Bool) {
    var host = ExaminedHost(
      analysis.forecast, analysis.capture, settings: analysis.examination.settings)
    let rules = Dictionary(ruleCatalogue.map { ($0.name, $0) }) { $1 }
    for finding in analysis.examination.findings where isWanted(finding) {
      let ways = rules[finding.rule]?.fixes(for: finding, &host) ?? []
      guard let fix = ways.first(where: { $0.applicability == .safe }) else { continue }
      add(fix, finding)
    }
  }

  private mutating func add(_ fix: Fix, _ finding: Finding) {
    var joined = edits
    for (path, set) in fix.edits {
      guard let both = try? (joined[path] ?? .none).union(set) else { return skipped.append(fix) }
      joined[path] = both
    }
    edits = joined
    fixes.append(fix)
    findings.append(finding)
  }
}
