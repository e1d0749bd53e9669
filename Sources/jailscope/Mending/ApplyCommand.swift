import ArgumentParser
import CellGrid
import HostAccess
import HostModel
import LiveApply
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// The command `jailscope apply`.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: spoken(
      "Make the changes of a plan, or with --live make a change on the running host first."))

  @Argument(
    help: .spoken("The file that plan wrote; with --live also a rule, an address or a jail."),
    completion: .file())
  var plan: String?

  @Flag(
    help: .spoken("Change the running host now, and the files once confirm says that it stays."))
  var live = false

  @OptionGroup var liveOptions: LiveOptions

  @Flag(help: .spoken("Write without asking."))
  var yes = false

  @OptionGroup var host: HostChoice
  @OptionGroup var journal: JournalOptions

  func validate() throws {
    if !live, plan == nil { throw ValidationError("Missing expected argument '<plan>'") }
    if !live, liveOptions.isUsed {
      throw ValidationError(spoken("--window and the like go with --live"))
    }
    if live, host.demo { throw ValidationError(spoken("the demo host doesn't run")) }
  }

  func run() throws {
    guard !live else { return try runLive() }
    let plan = try readPlan(self.plan ?? "")
    let inquiry = try host.inquiry().forEdits
    let before = try inquiry.readOnly(host.source)
    try check(plan, before)
    for reason in plan.reasons { Output.say("- \(reason)") }
    before.show(plan)
    if host.demo { throw ValidationError(spoken("the demo host is built in and can't be written")) }
    guard yes || Output.confirm(spoken("write it?")) else {
      Output.say(spoken("nothing is written"))
      throw ExitCode(before.assessment.verdict.exitCode)
    }
    try HostWriter(host: before, state: journal.state).apply(plan, remedy: Self.remedy)
    try FixCommand.report(before, inquiry)
  }

  private func runLive() throws {
    let inquiry = try host.inquiry().forEdits
    let before = try inquiry.readOnly(host.source)
    let choice: LiveChoice
    if let plan, case .file = ownFileEntry(plan) {
      let plan = try readPlan(plan)
      try check(plan, before)
      guard let read = LiveChoice(plan, on: before) else { throw ExitCode(74) }
      choice = read
    } else {
      choice = LiveChoice(try FixOptions.parse(liveOptions.words(for: plan)), on: before)
    }
    let application = LiveApplication(
      host: before, inquiry: inquiry, choice: choice, options: liveOptions, isSure: yes)
    try application.run()
  }

  private static let remedy = spoken(
    "the plan is for this file as it was on one host: jailscope plan makes another")

  /// The files have to be those that a plan was made for.
  private func check(_ plan: ChangePlan, _ host: ReadHost) throws {
    let writer = HostWriter(host: host, state: journal.state)
    for file in plan.files {
      guard case .file(let present)? = host.analysis.capture.entries[file.path],
        file.applied(to: present.bytes) != nil
      else {
        if let entry = (try? writer.records())?.made(plan) {
          Output.complain(spoken("this plan is applied already, by \(entry): nothing is written"))
          throw ExitCode(74)
        }
        throw writer.ended(.changed(path: file.path), remedy: Self.remedy)
      }
    }
  }

  private func readPlan(_ path: String) throws -> ChangePlan {
    do {
      return try ChangePlan(document: readOwnFile(path))
    } catch let error as HostAccessError {
      throw ValidationError(escapeForTerminal(error.message))
    } catch let problem as PlanProblem {
      throw ValidationError(spoken("\(escapeForTerminal(path)) is no plan: \(problem.message)"))
    }
  }
}

/// How a change is made on the running host.
struct LiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      spoken("Take it back after so many seconds, 20 to 600."), valueName: "seconds"))
  var window = LiveChange.usualWindow

  @Option(
    help: ArgumentHelp(
      spoken("Take this way of each finding, the first if not told."), valueName: "n"))
  var way: Int?

  @Flag(
    name: .customLong("own-address"),
    help: .spoken("Change even the address by which you are connected; asks once more."))
  var ownAddress = false

  @Flag(
    name: .customLong("no-wait"), help: .spoken("End as soon as it is made, with exit status 4."))
  var ends = false

  /// Tests have less time.
  @Flag(name: .customLong("short-window"), help: .hidden)
  var allowsShortWindow = false

  func validate() throws {
    guard ((allowsShortWindow ? 1 : 20)...600).contains(window) else {
      throw ValidationError(spoken("--window takes 20 to 600 seconds"))
    }
  }

  /// Any of them is given.
  var isUsed: Bool {
    window != LiveChange.usualWindow || way != nil || ownAddress || ends || allowsShortWindow
  }

  /// The words that choose fixes.
  func words(for target: String?) -> [String] {
    [target].compactMap { $0 } + (way.map { ["--way", "\($0)"] } ?? [])
  }
}
