package import SourceText

/// All that is safe to mend on a host, chosen until nothing is left.
package struct SafeFixes: Sendable {
  /// The session with everything chosen that was safe.
  package private(set) var session: FixSession
  /// How many times all findings were gone through.
  package private(set) var rounds = 0
  /// Fixes that met others and were not needed or not possible any more afterwards.
  package private(set) var skipped: [Fix] = []

  /// How many findings with a safe way were left, for the host was looked at often enough.
  package private(set) var untried = 0

  private let reanalyse: Reanalysis
  private static let mostRounds = 10
  /// How often the host is worked out anew before the rest is left.
  private var looks = 100

  /// Goes through the findings in at most 10 rounds.
  ///
  /// In each the safe fixes that don't meet each other are proven together; where that fails, in
  /// halves, down to a single one.
  ///
  /// - Parameters:
  ///   - isWanted: which findings to mend.
  ///   - isStopped: nobody wants to know the rest any more.
  package init(
    _ session: FixSession, where isWanted: (Finding) -> Bool = { _ in true },
    until isStopped: () -> Bool = { false }, reanalyse: @escaping Reanalysis
  ) {
    self.session = session
    self.reanalyse = reanalyse
    var hasChosen = true
    while hasChosen, rounds < Self.mostRounds, !isStopped() {
      rounds += 1
      skipped = []
      untried = 0
      hasChosen = choose(self.session.current.examination.findings.filter(isWanted), isStopped)
    }
  }

  /// Chooses the safe fixes of some findings, as many as nothing gets worse by.
  private mutating func choose(_ findings: [Finding], _ isStopped: () -> Bool) -> Bool {
    guard !isStopped() else { return false }
    let known = Set(session.current.examination.findings.map(FindingKey.init))
    let batch = FixBatch(session.current, findings.filter { known.contains(FindingKey($0)) })
    skipped += batch.skipped
    guard !batch.fixes.isEmpty, let edits = batch.edits,
      let capture = session.current.capture(with: edits)
    else { return false }
    guard looks > 0 else {
      untried += batch.all.count
      return false
    }
    looks -= 1
    let after = reanalyse(capture)
    let proof = Proof(session.current, after)
    let left = Set(after.examination.findings.map(FindingKey.init))
    if proof.isClean, !batch.findings.contains(where: { left.contains(FindingKey($0)) }) {
      let fixes = batch.fixes.map { ProvenFix(fix: $0, proof: proof) }
      return session.take(fixes, edits, after)
    }
    guard batch.all.count > 1 else { return chooseOne(batch.all[0]) }
    let half = batch.all.count / 2
    let hasChosen = choose(Array(batch.all[..<half]), isStopped)
    return choose(Array(batch.all[half...]), isStopped) || hasChosen
  }

  /// Chooses the first way of a finding whose proof leaves it safe.
  private mutating func chooseOne(_ finding: Finding) -> Bool {
    var number = 1
    while let (fix, after) = session.current.fix(
      for: finding, number: number, reanalyse: reanalyse)
    {
      if fix.fix.applicability == .safe { return session.take([fix], fix.fix.edits, after) }
      number += 1
    }
    return false
  }
}

/// Safe fixes of findings that don't meet each other.
private struct FixBatch {
  /// Findings with a safe way, those too whose way meets another's: that one may turn out not to be
  /// safe after all.
  private(set) var all: [Finding] = []
  private(set) var findings: [Finding] = []
  private(set) var fixes: [Fix] = []
  private(set) var skipped: [Fix] = []
  /// The edits by path, in the order of their places.
  private var sorted: [String: [TextEdit]] = [:]

  /// Takes the first safe way of each finding, as far as it does not meet one before.
  init(_ analysis: Analysis, _ candidates: [Finding]) {
    var host = ExaminedHost(
      analysis.forecast, analysis.capture, settings: analysis.examination.settings)
    let rules = Dictionary(ruleCatalogue.map { ($0.name, $0) }) { $1 }
    for finding in candidates {
      let ways = rules[finding.rule]?.fixes(for: finding, &host) ?? []
      guard let way = ways.first(where: { $0.applicability == .safe }),
        let fix = analysis.inBothCopies(way)
      else { continue }
      all.append(finding)
      guard !fix.edits.contains(where: { meets($0.value, in: $0.key) }) else {
        skipped.append(fix)
        continue
      }
      for (path, set) in fix.edits {
        for edit in set.edits { sorted[path, default: []].insert(edit, at: place(edit, in: path)) }
      }
      fixes.append(fix)
      findings.append(finding)
    }
  }

  /// All edits together; nil when they can't be made at once after all.
  var edits: [String: EditSet]? {
    var sets: [String: EditSet] = [:]
    for (path, edits) in sorted {
      guard let set = try? EditSet(edits) else { return nil }
      sets[path] = set
    }
    return sets
  }

  /// The first of the edits that begin where another does, or behind.
  private func place(_ edit: TextEdit, in path: String) -> Int {
    (sorted[path] ?? []).partitionPoint { $0.span.lower >= edit.span.lower }
  }

  private func meets(_ set: EditSet, in path: String) -> Bool {
    guard let edits = sorted[path] else { return false }
    return set.edits.contains { edit in
      let index = place(edit, in: path)
      let isNextMet =
        index < edits.count && edits[index].span.lower < max(edit.span.upper, edit.span.lower + 1)
      return isNextMet || (index > 0 && edits[index - 1].span.upper > edit.span.lower)
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element has what all behind it have, too; the end when none has.
  func partitionPoint(_ belongsBehind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
