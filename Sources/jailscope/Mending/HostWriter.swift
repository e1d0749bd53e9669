import ArgumentParser
import HostAccess
import HostModel
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// Writes changes of a host's files, and says what became of them.
struct HostWriter {
  let host: ReadHost
  /// Where the journal is, when not in the host's usual place.
  let state: String?

  /// Changes files by a plan, and prints what came of it; ends the process when it can't.
  ///
  /// - Parameter remedy: what to do where a file was changed since the plan was made.
  func apply(_ plan: ChangePlan, remedy: String) throws {
    do throws(RewriteFailure) {
      if let warning = host.source.keep(plan, of: host.analysis.capture) {
        Output.complain(warning)
      }
      let (rewritten, settled) = try write(plan)
      if let settled { Output.complain(settled.note) }
      tell(rewritten, plan)
    } catch {
      throw ended(error, remedy: remedy)
    }
  }

  /// Changes files by a plan, if they don't get worse by it.
  func write(
    _ plan: ChangePlan
  ) throws(RewriteFailure) -> (rewritten: Rewritten, settled: Settlement?) {
    try holdingSignals { () throws(RewriteFailure) in
      let opened = try host.source.opened(forWriting: true)
      let rewriter = try rewriter(opened, objection: objection)
      let last = try rewriter.lastEntry()
      do throws(RewriteFailure) {
        return (try rewriter.apply(plan), rewriter.settled)
      } catch {
        guard opened.isLost() else { throw error }
        return try settle(plan, behind: last, error)
      }
    }
  }

  /// What became of a change during which the connection was lost: another connection settles it.
  private func settle(
    _ plan: ChangePlan, behind last: String?, _ failure: RewriteFailure
  ) throws(RewriteFailure) -> (rewritten: Rewritten, settled: Settlement?) {
    let rewriter: Rewriter
    do throws(RewriteFailure) {
      rewriter = try self.rewriter()
    } catch {
      throw .lost(plan.files.map(\.path).joined(separator: ", "))
    }
    guard let made = try rewriter.made(plan, behind: last) else { throw failure }
    return (made, rewriter.settled)
  }

  /// Takes a host that is open for writing; what an earlier change left halfway is settled by that.
  ///
  /// - Parameter objection: why the new files, by path, must not be written.
  func rewriter(
    _ opened: OpenedHost,
    objection: @escaping @Sendable ([String: [UInt8]]) -> String? = { _ in nil }
  ) throws(RewriteFailure) -> Rewriter {
    let shell = shellFiles
    return try Rewriter(
      opened.calls, root: opened.root, state: state, actor: Self.actor(opened.connection),
      checks: RewriteChecks(objection: objection, isShellCode: { shell.contains($0) }))
  }

  /// The same on a connection of its own.
  func rewriter() throws(RewriteFailure) -> Rewriter {
    try rewriter(host.source.opened(forWriting: true))
  }

  /// What the host's journal has, the oldest change first.
  func records() throws(RewriteFailure) -> [JournalRecord] {
    let opened = try host.source.opened(forWriting: false)
    return try JournalRecord.all(opened.calls, root: opened.root, state: state)
  }

  /// The files of an entry of it as they were before, by their paths on the host; none where it keeps
  /// them no longer.
  func filesBefore(_ entry: String) -> [String: [UInt8]] {
    guard let opened = try? host.source.opened(forWriting: false) else { return [:] }
    return JournalRecord.filesBefore(entry, opened.calls, root: opened.root, state: state)
  }

  /// Opens it on a connection of its own, telling what was settled; ends the process when it can't.
  func open() throws -> Rewriter {
    do throws(RewriteFailure) {
      let rewriter = try rewriter()
      if let settled = rewriter.settled { Output.complain(settled.note) }
      return rewriter
    } catch {
      throw ended(error)
    }
  }

  /// The paths of files that are shell code.
  var shellFiles: Set<String> { Set(host.analysis.forecast.files.shell.map(\.file.path)) }

  /// The files as they would be must not be worse than they are, whoever made the plan.
  var objection: @Sendable ([String: [UInt8]]) -> String? {
    let (analysis, reanalyse) = (host.analysis, host.reanalyse)
    return { files in
      var capture = analysis.capture
      for (path, bytes) in files {
        capture.entries[path] = .file(SourceFile(path: path, bytes: bytes))
      }
      let proof = Proof(analysis, reanalyse(capture))
      if let jail = proof.lostJails.first { return spoken("jail \(jail) would not start any more") }
      return proof.new.first { $0.severity == .error }.map {
        spoken("it brings an error: \($0.message)")
      }
    }
  }

  /// Says that a change is made, and how to take it back.
  ///
  /// - Parameter isUndo: it took another one back; then it is no change that a plain undo takes back.
  func tell(_ rewritten: Rewritten, _ plan: ChangePlan, isUndo: Bool = false) {
    let files = plan.files.map { host.path($0.path) }.joined(separator: ", ")
    Output.say(isUndo ? spoken("restored: \(files)") : spoken("written: \(files)"))
    if let entry = rewritten.entry {
      Output.say(
        isUndo
          ? spoken("journal: \(entry) (jailscope undo \(entry) takes the undo back)")
          : spoken("journal: \(entry) (jailscope undo takes it back)"))
    }
    for warning in rewritten.warnings { Output.complain(warning) }
  }

  /// Complains, and gives the exit status that goes with it.
  ///
  /// - Parameter remedy: what to do where a file was changed since the plan was made.
  func ended(_ failure: RewriteFailure, remedy: String? = nil) -> ExitCode {
    let known = host.analysis.capture.entries
    let named = failure.calling { known[$0] == nil ? $0 : host.path($0) }
    Output.complain(named.message)
    if case .changed = failure, let remedy { Output.complain(remedy) }
    if case .busy = failure { return ExitCode(75) }
    return ExitCode(74)
  }

  /// Who changes files.
  ///
  /// - Parameter connection: what SSH_CONNECTION holds there.
  static func actor(_ connection: String?) -> JournalEntry.Actor {
    let login = ["SUDO_USER", "DOAS_USER", "LOGNAME", "USER"].lazy.compactMap(environment).first
    let origin = connection?.split(separator: " ").first.map(String.init)
    return JournalEntry.Actor(
      login: login ?? "", origin: origin ?? "", version: JailscopeCommand.version)
  }
}

extension RewriteFailure {
  /// The same with another name for its path.
  fileprivate func calling(_ name: (String) -> String) -> RewriteFailure {
    switch self {
    case .refused(let path, let reason): .refused(path: name(path), reason: reason)
    case .changed(let path): .changed(path: name(path))
    case .failed(let path, let step, let reason):
      .failed(path: name(path), step: step, reason: reason)
    case .busy, .unsettled, .lost: self
    }
  }
}

extension Rewritten {
  /// What of a change a person has to know besides that it is made.
  var warnings: [String] {
    [doubt].compactMap { $0 }
      + late.sorted { $0.key < $1.key }.map { path, copy in
        spoken("another program wrote to \(path) meanwhile; what it wrote is in \(copy)")
      }
  }
}

extension Settlement {
  /// What was settled, for a person.
  var note: String {
    let fate = spoken("the change \(entry), which had stopped halfway, is settled now: ")
    let kept = foreign.map { spoken("\($0) was changed by others and stays as it is") }
    return ([fate + outcome.rawValue.lowercased()] + kept).joined(separator: "; ")
  }
}

extension ReadHost {
  /// Prints what a plan changes in the host's files as they were read.
  func show(_ plan: ChangePlan) {
    Output.show(diffReport(FileChange.all(plan.edits, in: analysis.capture), style: Output.style))
  }

  /// Prints what a plan makes of the host, where its edits fit the files as they were read.
  func showEffect(of plan: ChangePlan) {
    guard let edited = analysis.capture(with: plan.edits) else { return }
    Output.show(
      effectReport(
        before: analysis, after: reanalyse(edited), changing: Set(plan.files.map(\.path)),
        style: Output.style, columns: Output.columns))
  }
}

extension ChangePlan {
  /// The edits of each file.
  fileprivate var edits: [String: EditSet] {
    Dictionary(files.map { ($0.path, $0.edits) }) { $1 }
  }
}
