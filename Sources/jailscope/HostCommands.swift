import ArgumentParser
import HostAccess
import LiveApply
import Phrases
import Reports

/// The command `jailscope status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: spoken("Say in one screen whether every jail will come back."))

  @Flag(help: .spoken("Stay, and say it again whenever files of the host change."))
  var watch = false

  @Flag(help: .spoken("Print the verdict and the counts on one line, for prompts and status bars."))
  var oneline = false

  @Flag(help: .spoken("Print metrics for the textfile collector of Prometheus' node_exporter."))
  var prometheus = false

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if prometheus { Language.speak(.english) }
    if oneline, output.json || prometheus || watch {
      throw ValidationError(spoken("--oneline goes with text only, and without --watch"))
    }
    if watch, output.json || prometheus {
      throw ValidationError(spoken("--watch goes with text only"))
    }
    if prometheus, output.json {
      throw ValidationError(spoken("--prometheus and --json exclude each other"))
    }
  }

  func run() throws {
    if watch { try Self.watch(host) }
    let inquiry = try host.inquiry()
    let read = try inquiry.readOnly(host.source)
    let assessment = read.assessment
    let change = LiveGuard(read.source, inquiry)?.pending()
    if oneline {
      let line = onelineReport(
        [read.checked(withFixes: false)], change: change, style: Output.style)
      Output.end(line, status: Self.status(assessment, change))
    }
    if prometheus {
      Output.end(
        prometheusReport(assessment, change: change, version: JailscopeCommand.version),
        status: Self.status(assessment, change))
    }
    guard output.json else { Self.end(assessment, change) }
    var document = StatusJSON(assessment, change: change)
    Output.end(document.document(), status: Self.status(assessment, change))
  }

  private static func watch(_ host: HostOptions) throws -> Never {
    do {
      try WatchedStatus(host, of: host.source).run()
    } catch let error as HostAccessError {
      Output.complain(error.message)
      throw ExitCode(70)
    }
  }

  /// Prints the glance and ends.
  static func end(_ assessment: Assessment, _ change: LiveChange?) -> Never {
    Output.end(
      statusReport(assessment, change: change, style: Output.style),
      status: status(assessment, change))
  }

  /// The exit status: that of the verdict, unless a change of the running host waits for somebody.
  static func status(_ assessment: Assessment, _ change: LiveChange?) -> Int32 {
    change?.isPending == true ? LiveGuard.pendingStatus : assessment.verdict.exitCode
  }
}

/// The command `jailscope forecast`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: spoken("List every command of the next boot with its outcome."))

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let assessment = try host.read().assessment
    var document = ForecastJSON(assessment.forecast, capture: assessment.capture)
    output.end(assessment, document: document.document(), text: forecastReport)
  }
}

/// The command `jailscope show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: spoken("Show interfaces, aliases and jails side by side."))

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let assessment = try host.read().assessment
    var document = ShowJSON(assessment)
    output.end(assessment, document: document.document(), text: showReport)
  }
}

/// The command `jailscope demo`, which runs another on the built-in host.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: spoken("Run a command on the built-in demo host."),
    usage: "jailscope demo [<command>] [<options of the command>]",
    discussion:
      spoken(
        """
        The command is any that looks at a host, such as status, check, forecast, show or fix; \
        dashboard when none is given. Nothing of the demo host can be written: capture --files makes \
        a copy to try changes on.
        """))

  @Argument(
    parsing: .captureForPassthrough, help: .hidden,
    completion: .list([
      "dashboard", "status", "check", "forecast", "show", "fix", "diff", "capture",
    ]))
  var words: [String] = []

  func run() throws {
    if words.contains(where: ["-h", "--help", "-help"].contains) {
      throw CleanExit.helpRequest(Self.self)
    }
    let command = words.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    let options = words.dropFirst(command == nil ? 0 : 1)
    guard command != Self.configuration.commandName else {
      throw ValidationError(spoken("demo of a demo"))
    }
    JailscopeCommand.main([command ?? "dashboard", "--demo"] + options)
  }
}
