import ArgumentParser
import Reports

/// The program: its commands, and nothing of how they find their answers.
@main
struct JailscopeCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jailscope",
    abstract: "Forecast what the next boot of a FreeBSD jail host will do.",
    discussion: """
      Reads the host's configuration, works out every command that netif, ezjail and jail will \
      run, and says which jails will be missing and why. No command is run, and nothing is \
      written but by fix, apply and undo, which ask before.

      exit codes: 0 safe, 1 warnings, 2 not safe, 3 unknown, 64 usage, 70 internal, \
      74 not written, 75 locked
      """,
    version: version,
    subcommands: [
      DashboardCommand.self, StatusCommand.self, CheckCommand.self, ForecastCommand.self,
      ShowCommand.self, WhenCommand.self,
      RulesCommand.self, ExplainCommand.self, FixCommand.self, DiffCommand.self,
      PlanCommand.self, ApplyCommand.self, UndoCommand.self, JournalCommand.self,
      ThemeCommand.self, DemoCommand.self, EditCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  /// The glance in its plain form is answered at once: on a small host the reading of all commands'
  /// options by reflection would take as long as the forecast.
  static func main() {
    guard let root = plainRoot(CommandLine.arguments.dropFirst()) else { return main(nil) }
    do {
      StatusCommand.end(try Inquiry(own: .usual()).readOnly(root: root).assessment)
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
