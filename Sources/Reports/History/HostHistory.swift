package import Rules

/// One state of a host among others: what it is today, or was in a snapshot.
package struct HistoricHost: Sendable {
  /// What the state is called.
  package let name: String
  /// All there is to say of it.
  package let assessment: Assessment

  package init(name: String, _ assessment: Assessment) {
    self.name = name
    self.assessment = assessment
  }
}

/// States in a row that have the same verdict.
package struct VerdictRun: Sendable {
  /// The verdict on each.
  package let verdict: Verdict
  /// The name of the newest.
  package let newest: String
  /// The name of the oldest.
  package fileprivate(set) var oldest: String
  /// How many there are.
  package fileprivate(set) var count = 1

  fileprivate init(_ state: HistoricHost) {
    verdict = state.assessment.verdict
    newest = state.name
    oldest = state.name
  }
}

/// Since when a host is as it is: its states from today's back.
///
/// States are added one by one, and no more than two are kept, for a host can have hundreds.
package struct HostHistory: Sendable {
  /// The host today.
  package let now: HistoricHost
  /// The verdicts, the newest first.
  package private(set) var runs: [VerdictRun]
  /// Where findings of today come from, as far as that is known by now.
  private var known: [FindingOrigin] = []
  /// Findings of today that all states so far have.
  private var open: [Finding]
  private var oldest: HistoricHost

  /// - Parameter isMeant: which findings of today are asked about.
  package init(_ now: HistoricHost, where isMeant: (Finding) -> Bool) {
    self.now = now
    oldest = now
    open = now.assessment.examination.findings.filter(isMeant)
    runs = [VerdictRun(now)]
  }

  /// Adds the state before the oldest so far.
  package mutating func add(_ older: HistoricHost) {
    if runs[runs.count - 1].verdict == older.assessment.verdict {
      runs[runs.count - 1].oldest = older.name
      runs[runs.count - 1].count += 1
    } else {
      runs.append(VerdictRun(older))
    }
    let stays = open.map { older.assessment.analysis.hasAsBad($0) }
    for (finding, stays) in zip(open, stays) where !stays {
      known.append(FindingOrigin(finding, in: oldest, after: older))
    }
    open = zip(open, stays).filter(\.1).map(\.0)
    oldest = older
  }

  /// Where each finding that is asked about comes from, in the order of today's findings' age: the
  /// latest to come first.
  package var origins: [FindingOrigin] {
    known + open.map { FindingOrigin($0, inAllSince: oldest.name) }
  }
}

extension Analysis {
  /// Whether a finding of later is here, too, and no less bad.
  fileprivate func hasAsBad(_ finding: Finding) -> Bool {
    (same(finding)?.severity).map { $0 >= finding.severity } ?? false
  }
}
