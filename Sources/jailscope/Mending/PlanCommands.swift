import ArgumentParser
import CellGrid
import HostAccess
import Reports
import Rewrite
import Rules
import SourceText

/// The command `jailscope diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what would mend the host, as a diff that patch -p1 takes in its root.")

  @OptionGroup var fixes: FixOptions
  @OptionGroup var host: HostOptions

  func run() throws {
    let read = try host.read()
    let session = fixes.choose(read)
    let changes = FileChange.all(session.edits, in: session.original.capture)
    let status = read.assessment.verdict.exitCode
    guard Output.isTerminal else { Output.end(patch(changes), status: status) }
    Output.end(diffReport(changes, style: Output.style), status: status)
  }
}

/// The command `jailscope plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Write down what would mend the host, to be applied later.")

  @OptionGroup var fixes: FixOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the plan to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var host: HostOptions

  func run() throws {
    let read = try host.read()
    let session = fixes.choose(read)
    let status = read.assessment.verdict.exitCode
    guard let plan = session.plan() else {
      Output.complain("there is nothing to plan")
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

/// The command `jailscope apply`.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Make the changes of a plan, if the files are still the same.")

  @Argument(help: "The file that plan wrote.", completion: .file())
  var plan: String

  @Flag(help: "Write without asking.")
  var yes = false

  @OptionGroup var host: HostOptions
  @OptionGroup var journal: JournalOptions

  func run() throws {
    let plan = try read()
    let inquiry = try host.inquiry()
    let before = try inquiry.readOnly(host.source)
    for file in plan.files {
      guard case .file(let present)? = before.analysis.capture.entries[file.path],
        file.applied(to: present.bytes) != nil
      else {
        throw HostWriter.ended(.changed(path: file.path))
      }
    }
    for reason in plan.reasons { Output.say("- \(reason)") }
    before.show(plan)
    if host.demo { throw ValidationError("the demo host is built in and can't be written") }
    guard yes || Output.confirm("write it?") else {
      Output.say("nothing is written")
      throw ExitCode(before.assessment.verdict.exitCode)
    }
    try HostWriter(host: before, state: journal.state).apply(plan)
    try FixCommand.report(before, inquiry)
  }

  private func read() throws -> ChangePlan {
    do {
      return try ChangePlan(document: readOwnFile(plan))
    } catch let error as HostAccessError {
      throw ValidationError(escapeForTerminal(error.message))
    } catch let problem as PlanProblem {
      throw ValidationError("\(escapeForTerminal(plan)) is no plan: \(problem.message)")
    }
  }
}
