import ArgumentParser
import CellGrid
import Dashboard
import HostAccess
import Phrases
import Reports
import Terminal
import Theming

/// A screen's size as it is typed: `80x24`.
struct SnapshotSize: ExpressibleByArgument {
  let size: ScreenSize

  init?(argument: String) {
    let numbers = argument.split(separator: "x", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1000).contains($0) }) else { return nil }
    size = ScreenSize(columns: numbers[0], rows: numbers[1])
  }
}

/// The command that runs when none is named: the dashboard on a terminal, `status` elsewhere.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: spoken("Show interfaces, aliases and jails side by side, and mend what is wrong."),
    discussion: spoken("Without a terminal, or with --json, this is the command status."))

  @Option(
    help: ArgumentHelp(spoken("Use this theme, or the one in a file."), valueName: "theme"),
    completion: .custom { _, _, _ in ThemeLibrary.withOwn.names })
  var theme: String?

  @Option(
    help: ArgumentHelp(
      spoken("Print the screen as it would be at this size, such as 80x24, and end."),
      valueName: "size"))
  var snapshot: SnapshotSize?

  @Flag(help: .spoken("With --snapshot: print a picture, SVG."))
  var svg = false

  @Option(
    help: ArgumentHelp(
      spoken("With --snapshot: press these keys first, with blanks between them."),
      valueName: "keys"))
  var press: String?

  @Flag(
    name: .customLong("reset-terminal"),
    help: .spoken("Give back a terminal that a killed program left in disorder, and end."))
  var repairsTerminal = false

  @Argument(
    help: .spoken("The host to look at through ssh, as with --host; it has an @, a dot or a colon.")
  )
  var destination: String?

  @OptionGroup var host: HostOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var journal: JournalOptions

  func validate() throws {
    if snapshot == nil, svg || press != nil {
      throw ValidationError(spoken("--svg and --press go with --snapshot"))
    }
    if let destination,
      let slip = MistypedCommand(destination, Array(CommandLine.arguments.dropFirst()))
    {
      throw ValidationError(slip.message)
    }
  }

  func run() throws {
    if repairsTerminal { return resetTerminal() }
    let host = try host.at(destination)
    let inquiry = try host.inquiry()
    // the demo host has no settings, but who looks at it may
    let own = host.demo && host.own.config == nil ? .usual() : inquiry.own
    guard let snapshot else {
      guard !output.json else { return try status(inquiry.readOnly(host.source), inquiry) }
      try Self.open(inquiry, of: host.source, own, theme: theme, state: journal.state)
    }
    let read = try inquiry.forEdits.readOnly(host.source)
    let preferences = Preferences(own)
    let look = try DashboardLook(theme: theme, preferred: preferences.theme)
    var picture = Snapshot(read, look, preferences, snapshot.size)
    Output.end(
      try picture.take(pressing: press ?? "", svg: svg), status: read.assessment.verdict.exitCode)
  }

  private func status(_ read: ReadHost, _ inquiry: Inquiry) {
    let change = LiveGuard(read.source, inquiry)?.pending()
    var document = StatusJSON(read.assessment, change: change)
    Output.end(
      document.document(), status: StatusCommand.status(read.assessment, change))
  }

  /// Opens the dashboard on the terminal, or prints the glance where none can be drawn on, and ends the
  /// program.
  ///
  /// - Parameters:
  ///   - own: the settings of the one who looks.
  ///   - state: where the journal is, when not in the host's usual place.
  static func open(
    _ inquiry: Inquiry, of source: any HostSource, _ own: OwnSettings, theme: String? = nil,
    state: String? = nil
  ) throws -> Never {
    // ssh may have a question of its own
    let isWatched =
      Output.canDraw && OutputStream.standardError.isTerminal && !(source is RemoteHost)
    let progress = ReadingProgress(isShown: isWatched) {
      let preferences = Preferences(own)
      return (
        preferences, Result { try DashboardLook(theme: theme, preferred: preferences.theme) }
      )
    }
    let inquiry = inquiry.forEdits
    let read = Result { try inquiry.readOnly(source) }
    let (preferences, prepared) = progress.stop()
    let (host, look) = (try read.get(), try prepared.get())
    if Output.canDraw {
      do throws(TerminalError) {
        let runner = try DashboardRunner(inquiry, host, look, preferences, state: state)
        Output.end("", status: runner.run())
      } catch {
        Output.complain(error.message)
      }
    }
    StatusCommand.end(host.assessment, LiveGuard(host.source, inquiry)?.pending())
  }
}
