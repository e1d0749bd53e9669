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

  /// The glance in its plain form is answered at once: on a small host the reading of all commands'
  /// options by reflection would take as long as the forecast.
  static func main() {
    guard let root = plainRoot(CommandLine.arguments.dropFirst()) else { return main(nil) }
    do {
      try Inspection.ofHost(root: root).report(.status)
    } catch {
      exit(withError: error)
    }
  }

  /// The root of `status` or `status --root DIR`, and of nothing else.
  private static func plainRoot(_ words: ArraySlice<String>) -> String? {
    guard words.first == "status" else { return nil }
    let options = Array(words.dropFirst())
    if options.isEmpty { return "/" }
    guard options.count == 2, options[0] == "--root", options[1].utf8.first != UInt8(ascii: "-"),
      !options[1].isEmpty
    else { return nil }
    return options[1]
  }
}

/// The command `jailscope status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say in one screen whether every jail will come back.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try options.inspect().report(.status, asJSON: options.output.json)
  }
}

/// The command `jailscope forecast`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "List every command of the next boot with its outcome.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try options.inspect().report(.forecast, asJSON: options.output.json)
  }
}

/// The command `jailscope show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show interfaces, aliases and jails side by side.")

  @OptionGroup var options: HostOptions

  func run() throws {
    try options.inspect().report(.show, asJSON: options.output.json)
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
    Inspection.ofDemoHost(release.freebsd).report(command, asJSON: output.json)
  }
}
