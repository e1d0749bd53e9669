/// Goes through the findings of a host one after another and lets a person choose how to mend each.
package struct Guide: Sendable {
  /// What a person says to a finding.
  package enum Answer: Sendable, Equatable {
    /// Take the way with this number, from 0.
    case take(Int)
    /// Leave it.
    case skip
    /// Silence it by a comment that tells why.
    case silence(reason: String)
    /// Go back to the finding before, and take back what was chosen for it.
    case back
    /// Take all that is safe from here on, and end.
    case takeSafe
  }

  /// The finding in question with its ways out, the recommended one first.
  package struct Question: Sendable {
    /// What is wrong.
    package let finding: Finding
    /// The ways to mend it: those with edits, proven, and those that a person has to go.
    package let ways: [ProvenFix]
  }

  /// What is chosen so far.
  package private(set) var session: FixSession
  /// What to ask next; nil when there is nothing left to ask.
  package private(set) var question: Question?
  /// How many questions there were, this one included.
  package private(set) var number = 0

  /// How many findings come behind the one in question, of which some may have no way to be mended.
  package private(set) var rest = 0

  private var asked: Set<FindingKey> = []
  private var past: [Guide] = []
  private let isWanted: @Sendable (Finding) -> Bool

  /// - Parameters:
  ///   - session: what is chosen already.
  ///   - isWanted: which findings to ask about.
  ///   - isStopped: nobody wants to know the next question any more.
  package init(
    _ session: FixSession, where isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true },
    until isStopped: () -> Bool = { false }, reanalyse: @escaping Reanalysis
  ) {
    self.session = session
    self.isWanted = isWanted
    ask(until: isStopped, reanalyse)
  }

  /// Takes an answer and goes on; false when it makes no sense here, and then nothing changes.
  ///
  /// - Parameter isStopped: nobody wants to know what comes of it any more.
  package mutating func answer(
    _ answer: Answer, until isStopped: () -> Bool = { false },
    reanalyse: @escaping Reanalysis
  ) -> Bool {
    let before = self
    switch answer {
    case .back:
      guard let last = past.last else { return false }
      self = last
      return true
    case .skip:
      guard question != nil else { return false }
    case .take(let index):
      guard let ways = question?.ways, ways.indices.contains(index),
        session.choose(ways[index], reanalyse: reanalyse)
      else { return false }
    case .silence(let reason):
      guard let finding = question?.finding,
        let fix = try? session.current.silencing(finding, reason: reason, reanalyse: reanalyse),
        session.choose(fix, reanalyse: reanalyse)
      else { return false }
    case .takeSafe:
      let safe = SafeFixes(
        session, where: { isWanted($0) && !asked.contains(FindingKey($0)) }, until: isStopped,
        reanalyse: reanalyse)
      session = safe.session
      question = nil
      past.append(before)
      return true
    }
    past.append(before)
    ask(until: isStopped, reanalyse)
    return true
  }

  /// Looks for the next finding that can be mended.
  private mutating func ask(until isStopped: () -> Bool, _ reanalyse: @escaping Reanalysis) {
    if let question { asked.insert(FindingKey(question.finding)) }
    question = nil
    let open = session.current.examination.findings.filter {
      isWanted($0) && !asked.contains(FindingKey($0))
    }
    rest = open.count
    for finding in open where !isStopped() {
      rest -= 1
      let ways = session.current.fixes(for: finding, reanalyse: reanalyse)
      guard !ways.isEmpty else { continue }
      question = Question(finding: finding, ways: ways)
      number += 1
      return
    }
  }
}
