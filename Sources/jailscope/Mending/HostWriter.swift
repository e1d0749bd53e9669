import ArgumentParser
import HostAccess
import HostModel
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
  func apply(_ plan: ChangePlan) throws {
    try holdingSignals {
      let rewriter = try open(objection: objection)
      do throws(RewriteFailure) {
        tell(try rewriter.apply(plan), plan)
      } catch {
        throw Self.ended(error)
      }
    }
  }

  /// Opens the host for writing; what an earlier change left halfway is settled by that.
  ///
  /// - Parameter objection: why the new files, by path, must not be written.
  func open(
    objection: @escaping @Sendable ([String: [UInt8]]) -> String? = { _ in nil }
  ) throws -> Rewriter {
    let shell = Set(host.analysis.forecast.files.shell.map(\.file.path))
    do throws(RewriteFailure) {
      let rewriter = try Rewriter(
        systemFileCalls, root: host.root, state: state, actor: Self.actor,
        checks: RewriteChecks(objection: objection, isShellCode: { shell.contains($0) }))
      if let settled = rewriter.settled { Self.tell(settled) }
      return rewriter
    } catch {
      throw Self.ended(error)
    }
  }

  /// The files as they would be must not be worse than they are, whoever made the plan.
  private var objection: @Sendable ([String: [UInt8]]) -> String? {
    let (analysis, reanalyse) = (host.analysis, host.reanalyse)
    return { files in
      var capture = analysis.capture
      for (path, bytes) in files {
        capture.entries[path] = .file(SourceFile(path: path, bytes: bytes))
      }
      let proof = Proof(analysis, reanalyse(capture))
      if let jail = proof.lostJails.first { return "jail \(jail) would not start any more" }
      return proof.new.first { $0.severity == .error }.map { "it brings an error: \($0.message)" }
    }
  }

  /// Says that a change is made, and how to take it back.
  func tell(_ rewritten: Rewritten, _ plan: ChangePlan) {
    let files = plan.files.map(\.path).joined(separator: ", ")
    Output.say("written: \(files)")
    if let entry = rewritten.entry {
      Output.say("journal: \(entry) (jailscope undo takes it back)")
    }
    if let doubt = rewritten.doubt { Output.complain(doubt) }
    for (path, copy) in rewritten.late.sorted(by: { $0.key < $1.key }) {
      Output.complain("another program wrote to \(path) meanwhile; what it wrote is in \(copy)")
    }
  }

  private static func tell(_ settled: Settlement) {
    Output.complain(
      "the change \(settled.entry), which had stopped halfway, is settled now: "
        + settled.outcome.rawValue.lowercased())
    for path in settled.foreign {
      Output.complain("\(path) was changed by others and stays as it is")
    }
  }

  /// Complains, and gives the exit status that goes with it.
  static func ended(_ failure: RewriteFailure) -> ExitCode {
    Output.complain(failure.message)
    if case .busy = failure { return ExitCode(75) }
    return ExitCode(74)
  }

  /// Who changes files.
  static var actor: JournalEntry.Actor {
    let login = ["SUDO_USER", "DOAS_USER", "LOGNAME", "USER"].lazy.compactMap(environment).first
    let origin = environment("SSH_CONNECTION")?.split(separator: " ").first.map(String.init)
    return JournalEntry.Actor(
      login: login ?? "", origin: origin ?? "", version: JailscopeCommand.version)
  }
}

extension ReadHost {
  /// Prints what a plan changes in the host's files as they were read.
  func show(_ plan: ChangePlan) {
    let edits = Dictionary(plan.files.map { ($0.path, $0.edits) }) { $1 }
    Output.show(diffReport(FileChange.all(edits, in: analysis.capture), style: Output.style))
  }
}
