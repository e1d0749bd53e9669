import ArgumentParser
import HostAccess
import Phrases
import Rewrite

/// The command `jailscope write`, by which the dashboard changes files: a process that lives for one
/// change, and goes on when the screen and its terminal are gone.
///
/// The plan is on standard input, and whoever made it has looked at what comes of it.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: spoken("Make the changes of a plan on standard input."),
    shouldDisplay: false)

  @Option(help: .spoken("The host's root directory."))
  var root: String

  @Option(help: .spoken("Where the journal is, when not in the host's usual place."))
  var state: String?

  @Option(help: .spoken("Undo this entry of the journal; there is no plan then."))
  var undo: String?

  @Option(help: .spoken("A file that is shell code."))
  var shell: [String] = []

  func run() {
    leaveSession()
    let answer = holdingSignals { change() }
    Output.end(answer.text, status: answer.failure == nil ? 0 : 74)
  }

  private func change() -> WriterAnswer {
    let shell = Set(shell)
    do {
      let plan = undo == nil ? try ChangePlan(document: readStandardInput()) : nil
      let rewriter = try Rewriter(
        systemFileCalls, root: root, state: state,
        actor: HostWriter.actor(environment("SSH_CONNECTION")),
        checks: RewriteChecks(
          objection: { _ in nil }, isShellCode: { shell.contains($0) }))
      let rewritten = try plan.map(rewriter.apply) ?? rewriter.undo(undo)
      return WriterAnswer(
        notes: [rewriter.settled?.note].compactMap { $0 } + rewritten.warnings)
    } catch {
      return WriterAnswer(error)
    }
  }
}

extension WriterAnswer {
  fileprivate init(_ error: any Error) {
    switch error {
    case let failure as RewriteFailure:
      self.init(failure)
    case UndoFailure.rewrite(let failure):
      self.init(failure)
    case let failure as UndoFailure: self.init(failure: failure.message)
    case let problem as PlanProblem: self.init(failure: spoken("no plan: \(problem.message)"))
    default: self.init(failure: "\(error)")
    }
  }

  init(_ failure: RewriteFailure) {
    var answer = WriterAnswer(failure: failure.message)
    if case .changed(let path) = failure { answer.changed = path }
    self = answer
  }
}
