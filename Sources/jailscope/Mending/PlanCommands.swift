import ArgumentParser
import CellGrid
import HostAccess
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// The command `jailscope diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: spoken("Print what would mend the host, as a diff that patch -p1 takes in its root."))

  @OptionGroup var fixes: FixOptions
  @OptionGroup var host: HostOptions

  func run() throws {
    let read = try host.inquiry().forEdits.readOnly(host.source)
    let session = fixes.choose(read)
    let changes = FileChange.all(session.edits, in: session.original.capture)
    let status = read.assessment.verdict.exitCode
    if changes.isEmpty {
      for line in NothingChosen(host: read, fixes: fixes).lines(.options) { Output.complain(line) }
    }
    guard Output.isTerminal else { Output.end(patch(changes), status: status) }
    Output.end(diffReport(changes, style: Output.style), status: status)
  }
}

/// The command `jailscope plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: spoken("Write down what would mend the host, to be applied later."))

  @OptionGroup var fixes: FixOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      spoken("Write the plan to this file, not to standard output."), valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var host: HostOptions

  func run() throws {
    let read = try host.inquiry().forEdits.readOnly(host.source)
    let session = fixes.choose(read)
    let status = read.assessment.verdict.exitCode
    guard let plan = session.plan() else {
      for line in NothingChosen(host: read, fixes: fixes).lines(.options) { Output.complain(line) }
      throw ExitCode(status)
    }
    guard let output else { Output.end(plan.document, status: status) }
    do throws(HostAccessError) {
      try writeOwnFile(output, plan.document)
    } catch {
      Output.complain(error.message)
      throw ExitCode(74)
    }
    Output.show(proofReport(session, style: Output.style, columns: Output.columns))
    throw ExitCode(status)
  }
}
