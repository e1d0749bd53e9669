import ArgumentParser
import CellGrid
import Dashboard
import HostAccess
import HostModel
import Reports
import Terminal

extension Prefix: ExpressibleByArgument {
  init?(argument: String) {
    guard let address = IPAddress(argument) else {
      self.init(argument)
      return
    }
    self.init(address, length: address.family.hostLength)
  }
}

/// The command `jailscope fleet`.
struct FleetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fleet",
    abstract: "Show many hosts, the worst first, and the addresses that several have.",
    discussion: """
      A file in the directory is a capture, what the probe printed, or what ansible --tree kept of \
      that. A host that could not be read counts as unknown.
      """)

  @Argument(help: "The directory with a file of each host.", completion: .directory)
  var folder: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell since when by older states in these directories, the oldest first.", valueName: "dir"),
    completion: .directory)
  var among: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write a plan of all that is safe to mend on each host into this directory.",
      valueName: "dir"),
    completion: .directory)
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "Take addresses of this network as shared on purpose; may be repeated.", valueName: "prefix"))
  var shared: [Prefix] = []

  @Option(
    help: ArgumentHelp(
      "Take your own settings from this file instead of ~/.config/jailscope/jailscope.toml.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Print metrics for the textfile collector of Prometheus' node_exporter.")
  var prometheus = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if prometheus, output.json {
      throw ValidationError("--prometheus and --json exclude each other")
    }
    if ([folder, plan].compactMap { $0 } + among).contains("") {
      throw ValidationError("a directory needs a name")
    }
  }

  func run() throws {
    let fleet: Fleet
    do {
      let own = try config.map { path throws(HostAccessError) in try OwnSettings.file(path) }
      let reader = FleetReader(folder: folder, older: among, plans: plan, own: own ?? .usual())
      let names = try reader.names()
      if Output.isInteractive, !output.json, !prometheus { try open(reader, names) }
      fleet = read(reader, names)
    } catch let error as HostAccessError {
      Output.complain(error.message)
      throw ExitCode(Verdict.unknown.exitCode)
    }
    Output.end(report(fleet), status: fleet.verdict.exitCode)
  }

  /// Opens the screen of all, and ends the program.
  private func open(_ reader: FleetReader, _ names: [String]) throws {
    let preferences = Preferences(reader.inquiry.own)
    let look = try DashboardLook(theme: nil, preferred: preferences.theme)
    let state = FleetState(
      place: folder, total: names.count, meant: shared, now: Moment.now.seconds,
      size: ScreenSize(columns: 80, rows: 24), keys: preferences.keys)
    do throws(TerminalError) {
      Output.end("", status: try FleetRunner(reader, names, state, look, preferences).run())
    } catch {
      Output.complain(error.message)
    }
  }

  private func read(_ reader: FleetReader, _ names: [String]) -> Fleet {
    var hosts: [FleetHost] = []
    let progress = FleetProgress(of: names.count)
    reader.read(names) { some in
      hosts += some
      progress.show(hosts.count)
      return true
    }
    progress.end()
    return Fleet(hosts, meant: shared, now: Moment.now.seconds)
  }

  private func report(_ fleet: Fleet) -> [UInt8] {
    if output.json { return FleetJSON(fleet).document() }
    let text =
      prometheus
      ? fleetPrometheusReport(fleet, version: JailscopeCommand.version)
      : fleetReport(fleet, style: Output.style, columns: Output.columns)
    return Array(text.utf8)
  }
}
