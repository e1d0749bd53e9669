import ArgumentParser
import HostAccess
import Phrases
import Reports

/// The program: its commands, and nothing of how they find their answers.
@main
struct JailscopeCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jailscope",
    abstract: spoken("Forecast what the next boot of a FreeBSD jail host will do."),
    discussion: spoken(
      """
      Reads the host's configuration, works out every command that netif, ezjail and jail will \
      run, and says which jails will be missing and why. On the host at hand, if that is FreeBSD, \
      ifconfig, jls, netstat and sysctl are asked what runs. Nothing is written but by fix, apply \
      and undo, which ask before, and nothing that runs is changed but by apply --live.

      exit codes: 0 safe, 1 warnings, 2 not safe, 3 unknown, 4 live change pending, 64 usage, \
      70 internal, 74 not written, 75 locked
      """),
    version: version,
    subcommands: [
      DashboardCommand.self, StatusCommand.self, CheckCommand.self, ForecastCommand.self,
      ShowCommand.self, VerifyCommand.self, WhenCommand.self,
      RulesCommand.self, ExplainCommand.self, FixCommand.self, DiffCommand.self,
      PlanCommand.self, ApplyCommand.self, ConfirmCommand.self, RevertCommand.self,
      UndoCommand.self, JournalCommand.self, CaptureCommand.self, ProbeCommand.self,
      FleetCommand.self,
      ThemeCommand.self, DemoCommand.self, EditCommand.self, WriteCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  /// What people wait for is answered at once in its plain form: on a small host the reading of all
  /// commands' options by reflection would take as long as the forecast.
  static func main() {
    Language.speak(Language(environment: environment))
    do {
      if let command = PlainCommand(CommandLine.arguments.dropFirst()) { try command.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Ends as the parser does, in the language of whoever reads it, and with what it doesn't know.
  private static func end(with error: any Error) -> Never {
    let message = fullMessage(for: error)
    let text = ParserWords.translated(message) + ParserWords.hint(for: message)
    let status = exitCode(for: error).rawValue
    guard !text.isEmpty else { endProcess(status) }
    if status == 0 { Output.end(text + "\n", status: 0) }
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(Array("\(text)\n".utf8))
    endProcess(status)
  }
}
