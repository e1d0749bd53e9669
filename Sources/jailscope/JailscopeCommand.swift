import ArgumentParser

/// The program: its commands, and nothing of how they find their answers.
@main
struct JailscopeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jailscope",
    abstract: "Forecast what the next boot of a FreeBSD jail host will do.",
    discussion: """
      Reads the host's configuration, works out every command that netif, ezjail and jail will \
      run, and says which jails will be missing and why. Nothing is written, no command is run.

      exit codes: 0 safe, 1 warnings, 2 not safe, 3 unknown, 64 usage, 70 internal
      """,
    version: "0.1.0",
    subcommands: [StatusCommand.self, ForecastCommand.self, ShowCommand.self, DemoCommand.self],
    defaultSubcommand: StatusCommand.self)

  /// Parsing `status` by itself spares it the reading of every other command's options; what does
  /// not parse so, from `--help` to a mistake, is for the whole program to answer.
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == "status", let status = try? StatusCommand.parse(Array(words.dropFirst()))
    else { return main(nil) }
    do {
      try status.run()
    } catch {
      exit(withError: error)
    }
  }
}

/// The command `jailscope status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say in one screen whether every jail will come back.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try Inspection.ofHost(options).report(.status, output: options.output)
  }
}

/// The command `jailscope forecast`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "List every command of the next boot with its outcome.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try Inspection.ofHost(options).report(.forecast, output: options.output)
  }
}

/// The command `jailscope show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show interfaces, aliases and jails side by side.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try Inspection.ofHost(options).report(.show, output: options.output)
  }
}

/// The command `jailscope demo`, which runs another on the built-in host.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run a command on the built-in demo host.")

  @Argument(help: "The command to run: status, forecast or show.")
  var command = ReportKind.status

  @OptionGroup var release: ReleaseOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    Inspection.ofDemoHost(release.freebsd).report(command, output: output)
  }
}
