import ArgumentParser
import HostAccess
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// The command `jailscope undo`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: spoken("Take a change back, the last one if none is named."))

  @Argument(help: .spoken("The entry, as journal lists it."))
  var entry: String?

  @Flag(help: .spoken("Write without asking."))
  var yes = false

  @OptionGroup var host: HostOptions
  @OptionGroup var journal: JournalOptions

  func run() throws {
    if host.demo { throw ValidationError(spoken("the demo host is built in and has no journal")) }
    let inquiry = try host.inquiry()
    let before = try inquiry.readOnly(host.source)
    let writer = HostWriter(host: before, state: journal.state)
    do {
      // the lock is not held while a person thinks
      let (id, plan) = try holdingSignals { try writer.open().undoing(entry) }
      Output.say(spoken("undo \(id)"))
      before.show(plan)
      guard yes || Output.confirm(spoken("write it?")) else {
        Output.say(spoken("nothing is written"))
        throw ExitCode(before.assessment.verdict.exitCode)
      }
      try holdingSignals { writer.tell(try writer.open().undo(id), plan) }
    } catch let failure as UndoFailure {
      throw Self.ended(failure)
    }
    try FixCommand.report(before, inquiry)
  }

  private static func ended(_ failure: UndoFailure) -> ExitCode {
    switch failure {
    case .rewrite(let failure): return HostWriter.ended(failure)
    case .changedSince(_, let files):
      Output.complain(failure.message)
      for file in files { Output.show(threeWayReport(file, style: Output.style)) }
    case .noEntry, .notDone, .alreadyUndone: Output.complain(failure.message)
    }
    return ExitCode(74)
  }
}

/// The command `jailscope journal`.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: spoken("List the changes that were made, and what became of them."))

  @OptionGroup var host: HostOptions
  @OptionGroup var journal: JournalOptions

  func run() throws {
    if host.demo { throw ValidationError(spoken("the demo host is built in and has no journal")) }
    let read = try host.read()
    do throws(RewriteFailure) {
      let records = try HostWriter(host: read, state: journal.state).records()
      Output.end(
        journalReport(records, style: Output.style, columns: Output.columns),
        status: read.assessment.verdict.exitCode)
    } catch {
      throw HostWriter.ended(error)
    }
  }
}
