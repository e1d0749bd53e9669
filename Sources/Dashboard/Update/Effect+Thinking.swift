package import HostModel
import LiveApply
import Phrases
import Reports
package import Rules
import SourceText

/// What needs nothing from outside but time.
extension Effect {
  /// The answer to what only has to be worked out; nil for what has to be done.
  ///
  /// - Parameters:
  ///   - isStopped: nobody waits for it any more, and what comes of it is of no use.
  ///   - colleague: proves some of the ways to mend a finding, on a small host.
  ///   - reanalyse: works the host out anew for other bytes.
  package func thought(
    until isStopped: () -> Bool = { false }, beside colleague: (any Colleague)? = nil,
    _ reanalyse: @escaping Reanalysis
  ) -> Message? {
    switch self {
    case .prove(let finding, let analysis, let revision):
      analysis.firstFix(for: finding, reanalyse: reanalyse).map { way, next in
        .provenFirst(finding, way, next: next, revision: revision)
      } ?? .proven(FindingKey(finding), [], revision: revision)
    case .proveRest(let finding, let way, let next, let analysis, let revision):
      .proven(
        FindingKey(finding),
        [way]
          + analysis.fixes(for: finding, from: next, beside: colleague, reanalyse: reanalyse),
        revision: revision)
    case .proveSafe(let session, let revision): Self.safe(session, revision, isStopped, reanalyse)
    case .stage(let fix, let session): Self.staged(fix, session, reanalyse)
    case .silence(let finding, let reason, let session):
      Self.silenced(finding, reason, session, reanalyse)
    case .picture(let session): .staged(session, HostPicture(session.current))
    case .begin(let session, let ticket):
      .guided(Guide(session, until: isStopped, reanalyse: reanalyse), ticket: ticket)
    case .end(let session): .ended(session, HostPicture(session.current))
    case .answer(let guide, let answer, let ticket):
      .guided(Self.answered(guide, answer, isStopped, reanalyse), ticket: ticket)
    case .planLive(let way, let session): Self.live(way, session, reanalyse)
    case .makeLive, .confirmLive, .revertLive, .readLive: nil
    case .quit, .rescan, .lookBack, .write, .planUndo, .undo, .readJournal,
      .readChange, .edit, .copy, .savePlan,
      .suspend,
      .redraw, .mouse, .stop:
      nil
    }
  }

  private static func safe(
    _ session: FixSession, _ revision: Int, _ isStopped: () -> Bool,
    _ reanalyse: @escaping Reanalysis
  ) -> Message {
    let session = SafeFixes(session, until: isStopped, reanalyse: reanalyse).session
    return .safeProven(session, HostPicture(session.current), revision: revision)
  }

  private static func live(
    _ way: ProvenFix, _ session: FixSession, _ reanalyse: Reanalysis
  ) -> Message {
    var session = session
    var manual: [ProvenFix] = []
    if way.fix.edits.isEmpty {
      manual = [way]
    } else if !session.choose(way, reanalyse: reanalyse) {
      return .failed(spoken("live: this way does not fit the files any more"))
    }
    do throws(LiveRefusal) {
      return .livePlanned(try session.livePlan(and: manual))
    } catch {
      return .failed(spoken("live: \(error.reasons.joined(separator: "; "))", as: "command"))
    }
  }

  private static func staged(
    _ fix: ProvenFix, _ session: FixSession, _ reanalyse: Reanalysis
  ) -> Message {
    var session = session
    guard session.choose(fix, reanalyse: reanalyse) else { return .staged(session, nil) }
    return .staged(session, HostPicture(session.current))
  }

  private static func silenced(
    _ finding: Finding, _ reason: String, _ session: FixSession, _ reanalyse: Reanalysis
  ) -> Message {
    do {
      let fix = try session.current.silencing(finding, reason: reason, reanalyse: reanalyse)
      return staged(fix, session, reanalyse)
    } catch {
      return .failed(spoken("ignore: \(error.reason)"))
    }
  }

  /// An answer that made no sense leaves the question as it is.
  private static func answered(
    _ guide: Guide, _ answer: Guide.Answer, _ isStopped: () -> Bool,
    _ reanalyse: @escaping Reanalysis
  ) -> Guide {
    var guide = guide
    _ = guide.answer(answer, until: isStopped, reanalyse: reanalyse)
    return guide
  }
}
