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
    commandName: "undo",
    abstract: spoken("Take a change back, the last that is not undone if none is named."),
    discussion: spoken(
      """
      An undo is an entry of the journal, too, and is taken back by its name: jailscope undo ENTRY.
      """))

  @Argument(help: .spoken("The entry, as journal lists it."))
  var entry: String?

  @Flag(help: .spoken("Write without asking."))
  var yes = false

  @OptionGroup var host: HostOptions
  @OptionGroup var journal: JournalOptions

  func run() throws {
    if host.demo { throw ValidationError(spoken("the demo host is built in and has no journal")) }
    let inquiry = try host.inquiry().forEdits
    let before = try inquiry.readOnly(host.source)
    let writer = HostWriter(host: before, state: journal.state)
    do {
      // the lock is not held while a person thinks
      let (id, plan) = try holdingSignals { try writer.open().undoing(entry) }
      Output.say(spoken("undo \(id)"))
      before.show(plan)
      before.showEffect(of: plan)
      guard yes || Output.confirm(spoken("write it?")) else {
        Output.say(spoken("nothing is written"))
        throw ExitCode(before.assessment.verdict.exitCode)
      }
      try holdingSignals { writer.tell(try writer.open().undo(id), plan, isUndo: true) }
    } catch let failure as UndoFailure {
      throw Self.ended(failure, writer)
    }
    try FixCommand.report(before, inquiry)
  }

  private static func ended(_ failure: UndoFailure, _ writer: HostWriter) -> ExitCode {
    switch failure {
    case .rewrite(let failure): return writer.ended(failure)
    case .noEntry(nil):
      Output.complain(failure.message)
      if let last = (try? writer.records())?.lastUndoing {
        Output.complain(spoken("jailscope undo \(last) takes the last undo back"))
      }
    case .changedSince(_, let files):
      Output.complain(failure.message)
      for file in files { Output.show(threeWayReport(file, style: Output.style)) }
    case .noEntry(.some), .notDone, .alreadyUndone: Output.complain(failure.message)
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
    let writer = HostWriter(host: read, state: journal.state)
    do throws(RewriteFailure) {
      let records = try writer.records()
      Output.end(
        journalReport(records, style: Output.style, columns: Output.columns),
        status: read.assessment.verdict.exitCode)
    } catch {
      throw writer.ended(error)
    }
  }
}
