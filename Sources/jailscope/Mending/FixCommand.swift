import ArgumentParser
import Dashboard
import HostAccess
import Phrases
import Reports
import Rewrite
import Rules

/// Where the journal is.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      spoken("Keep the journal in this directory, not in /var/db/jailscope of the host."),
      valueName: "dir"),
    completion: .directory)
  var state: String?
}

/// The command `jailscope fix`.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: spoken("Mend what is found: choose, see the change, write it at the end.")
  )

  @OptionGroup var fixes: FixOptions

  @Flag(help: .spoken("Take all that is safe, and ask nothing but whether to write it."))
  var safe = false

  @Flag(help: .spoken("Write without asking; needs --safe or --way."))
  var yes = false

  @OptionGroup var host: HostOptions
  @OptionGroup var journal: JournalOptions

  func validate() throws {
    if yes, !safe, fixes.way == nil {
      throw ValidationError(spoken("--yes needs --safe or --way: somebody has to choose"))
    }
    if safe, !fixes.targets.isEmpty {
      throw ValidationError(
        spoken("--safe mends all that is safe; name what to mend, or give --safe"))
    }
  }

  func run() throws {
    let inquiry = try host.inquiry().forEdits
    let read = try inquiry.readOnly(host.source)
    warn(read)
    let (session, chooser) = chosen(read)
    guard let session else {
      Output.say(spoken("nothing is written"))
      throw ExitCode(read.assessment.verdict.exitCode)
    }
    guard let plan = session.plan() else {
      for line in NothingChosen(host: read, fixes: fixes).lines(chooser) { Output.say(line) }
      throw ExitCode(read.assessment.verdict.exitCode)
    }
    Output.show(proofReport(session, style: Output.style, columns: Output.columns))
    let changes = FileChange.all(session.edits, in: session.original.capture)
    Output.show(diffReport(changes, style: Output.style))
    if host.demo {
      Output.say(spoken("the demo host is built in: nothing is written"))
      throw ExitCode(read.assessment.verdict.exitCode)
    }
    let files = plan.files.count == 1 ? spoken("1 file") : spoken("\(plan.files.count) files")
    guard yes || Output.confirm(spoken("write \(files)?")) else {
      Output.say(spoken("nothing is written"))
      throw ExitCode(read.assessment.verdict.exitCode)
    }
    try HostWriter(host: read, state: journal.state)
      .apply(plan, remedy: spoken("jailscope fix again looks at it as it is now"))
    try Self.report(read, inquiry)
  }

  /// Says before any question that what is chosen can't be written, where that is known.
  private func warn(_ read: ReadHost) {
    guard !host.demo, case .reading(let reason) = read.source.access else { return }
    Output.complain(
      spoken("\(reason): nothing can be written; jailscope plan writes down what would be"))
  }

  /// What a person, or the options, chose; nil when nobody answers any more.
  private func chosen(_ read: ReadHost) -> (FixSession?, by: NothingChosen.Chooser) {
    if safe || fixes.way != nil { return (fixes.choose(read), .options) }
    var guided = GuidedFix(read, fixes.filter)
    switch guided.run() {
    case .chosen(let session): return (session, .person(wasAsked: guided.hasAsked))
    case .abandoned: return (nil, .person(wasAsked: true))
    }
  }

  /// Reads the host again and says what the change made of it.
  static func report(_ before: ReadHost, _ inquiry: Inquiry) throws -> Never {
    let after = try inquiry.readOnly(before.source)
    let text = changeReport(
      before: before.analysis, after: after.analysis, style: Output.style, columns: Output.columns)
    Output.end(text, status: after.assessment.verdict.exitCode)
  }
}
