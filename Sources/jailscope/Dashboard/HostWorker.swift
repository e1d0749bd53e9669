import CellGrid
import Dashboard
import HostAccess
import LiveApply
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// Reads, works out and writes for the dashboard, away from the screen.
struct HostWorker: Sendable {
  /// What came of an effect.
  struct Result: Sendable {
    var messages: [Message]
    /// The host, when it was read again.
    var host: ReadHost?
  }

  let inquiry: Inquiry
  /// The host as it was read last.
  var host: ReadHost
  /// Where the journal is, when not in the host's usual place.
  let state: String?
  /// Hosts from so many bytes on have two cores at work for each proof.
  private static let largeHost = 1 << 16

  /// Does what can be done without the terminal.
  ///
  /// - Parameter stop: once it is given, nothing more is worked out, and what comes of it is of no use.
  func perform(_ effect: Effect, until stop: Notice) -> Result {
    let (analysis, reanalyse) = (host.analysis, host.reanalyse)
    let proving: Reanalysis = { stop.isGiven ? analysis : reanalyse($0) }
    let colleague = analysis.capture.byteCount < Self.largeHost ? SecondCore() : nil
    if let message = effect.thought(until: { stop.isGiven }, beside: colleague, proving) {
      return Result(messages: [message])
    }
    switch effect {
    case .rescan: return rescan { .scanned($0, at: $1) }
    case .write(let plan): return write(plan)
    case .planUndo(let entry): return Result(messages: [planUndo(entry)])
    case .undo(let entry): return undo(entry)
    case .makeLive(let plan): return make(plan)
    case .revertLive(let id): return revert(id)
    case .readLive(let id): return ask(id)
    case .confirmLive(let id): return confirm(id)
    case .readJournal: return Result(messages: [readJournal()])
    case .readChange(let entry): return Result(messages: [readChange(entry)])
    case .lookBack(let finding, let columns):
      return Result(messages: [lookBack(finding, columns)])
    case .savePlan(let plan, let path): return Result(messages: [save(plan, path)])
    default: return Result(messages: [])
    }
  }

  private func rescan(_ message: (HostPicture, String) -> Message) -> Result {
    do throws(HostAccessError) {
      let read = try inquiry.read(host.source)
      let change = LiveGuard(read.source, inquiry)?.pending()
      return Result(
        messages: [
          message(HostPicture(read.analysis), Moment.now.timeOfDay), .live(change),
        ], host: read)
    } catch {
      return Result(messages: [.failed(error.message)])
    }
  }

  /// Has files changed by a process that outlives the screen; on another machine it is done by the
  /// connection.
  private func write(_ plan: ChangePlan) -> Result {
    guard host.source.folder == nil else {
      return taken(DetachedWriter(host: host, state: state).write(plan))
    }
    do throws(RewriteFailure) {
      let warning = host.source.keep(plan, of: host.analysis.capture)
      let (rewritten, settled) = try HostWriter(host: host, state: state).write(plan)
      return reread([settled?.note, warning].compactMap { $0 } + rewritten.warnings)
    } catch {
      let isKnown = if case .lost = error { false } else { true }
      var messages = [
        Message.failed(error.message + (isKnown ? spoken("; nothing is written") : ""))
      ]
      if case .changed(let path) = error { messages.insert(.filesChanged([path]), at: 0) }
      return Result(messages: messages)
    }
  }

  /// What comes of a change that a writer made, or didn't.
  private func taken(_ answer: WriterAnswer) -> Result {
    guard let failure = answer.failure else { return reread(answer.notes) }
    let changes = answer.changed.map { Message.filesChanged([$0]) }
    return Result(messages: [changes].compactMap { $0 } + [.failed(failure)])
  }

  /// What is said to be written has been read from the disk again.
  private func reread(_ notes: [String]) -> Result {
    var result = rescan { .written($0, notes: notes, at: $1) }
    // whoever reads that it is written may press u at once
    result.messages.insert(readJournal(), at: 0)
    return result
  }

  private func make(_ plan: LivePlan) -> Result {
    live { (guardian) throws(LiveGuard.Refusal) in
      try guardian.make(plan, seconds: LiveChange.usualWindow)
    }
  }

  private func revert(_ id: String) -> Result {
    live { (guardian) throws(LiveGuard.Refusal) in try guardian.revert(id) }
  }

  private func ask(_ id: String) -> Result {
    live(isAsked: true) { (guardian) throws(LiveGuard.Refusal) in try guardian.status(id) }
  }

  /// - Parameter isAsked: whether a host that knows nothing of the change has none.
  private func live(
    isAsked: Bool = false, _ work: (LiveGuard) throws(LiveGuard.Refusal) -> LiveChange
  ) -> Result {
    guard let guardian = LiveGuard(host.source, inquiry) else { return Result(messages: []) }
    do throws(LiveGuard.Refusal) {
      return Result(messages: [.live(try work(guardian))])
    } catch {
      var result = Result(messages: [])
      // a boot, say, has taken it back
      if isAsked, !error.isUnanswered { result = rescan { .scanned($0, at: $1) } }
      result.messages.append(.failed(spoken("live: \(error.message)", as: "command")))
      return result
    }
  }

  /// Keeps a change of the running host, and writes its files.
  private func confirm(_ id: String) -> Result {
    var result = live { (guardian) throws(LiveGuard.Refusal) in try guardian.confirm(id) }
    guard case .live(let change?)? = result.messages.first,
      let guardian = LiveGuard(host.source, inquiry)
    else { return result }
    do throws(LiveConfirmation.Failure) {
      let written = try LiveConfirmation(host, guardian, state: state).writeFiles(of: change)
      result = reread(written?.0.warnings ?? [])
      result.messages.insert(.live(nil), at: 0)
    } catch {
      result.messages.append(.failed(error.message))
    }
    return result
  }

  private func planUndo(_ entry: String?) -> Message {
    do {
      let (id, plan) = try holdingSignals { () throws(UndoFailure) in
        try rewriter().undoing(entry)
      }
      let then = plan.verdict(after: host.analysis, host.reanalyse)
      return .undoPlanned(entry: id, plan, then: then)
    } catch {
      return .failed(error.message)
    }
  }

  private func undo(_ entry: String) -> Result {
    guard host.source.folder == nil else {
      return taken(DetachedWriter(host: host, state: state).undo(entry))
    }
    do {
      let rewritten = try holdingSignals { () throws(UndoFailure) in try rewriter().undo(entry) }
      return reread(rewritten.warnings)
    } catch {
      return Result(messages: [.failed(error.message)])
    }
  }

  private func rewriter() throws(UndoFailure) -> Rewriter {
    do throws(RewriteFailure) {
      return try HostWriter(host: host, state: state).rewriter()
    } catch {
      throw .rewrite(error)
    }
  }

  private func readJournal() -> Message {
    if host.source is DemoSource || host.source is CaptureSource { return .journal([]) }
    do throws(RewriteFailure) {
      return .journal(try HostWriter(host: host, state: state).records())
    } catch {
      return .failed(error.message)
    }
  }

  private func readChange(_ entry: String) -> Message {
    let files = HostWriter(host: host, state: state).filesBefore(entry)
    return .changeRead(
      entry: entry,
      HostCapture(
        entries: files.reduce(into: [:]) { entries, file in
          entries[file.key] = .file(SourceFile(path: file.key, bytes: file.value))
        }))
  }

  private func lookBack(_ finding: Finding, _ columns: Int) -> Message {
    let key = FindingKey(finding)
    do throws(Lookback.Obstacle) {
      let history = try Lookback(inquiry, of: host.source, now: host.assessment)
        .history { FindingKey($0) == key }
      return .lookedBack(historyPage(history, columns: columns))
    } catch {
      return .failed(spoken("when: \(error.message)"))
    }
  }

  private func save(_ plan: ChangePlan, _ path: String) -> Message {
    do throws(HostAccessError) {
      try writeOwnFile(path, plan.document)
      return .done(spoken("the plan is in \(path): jailscope apply \(path) makes it"))
    } catch {
      return .planNotSaved(path: path, error.message)
    }
  }
}
