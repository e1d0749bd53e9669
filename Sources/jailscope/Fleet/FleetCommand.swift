import ArgumentParser
import CellGrid
import Dashboard
import HostAccess
import HostModel
import Phrases
import Remote
import Reports
import Terminal

/// `--shared` names networks.
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
    abstract: spoken("Show many hosts, the worst first, and the addresses that several have."),
    discussion: spoken(
      """
      A file in the directory is a capture, what the probe printed, or what ansible --tree kept of \
      that. A host that could not be read counts as unknown.
      """))

  @Argument(help: .spoken("The directory with a file of each host."), completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      spoken("Read these hosts through ssh, with commas between them, instead."), valueName: "hosts"
    ))
  var hosts: String?

  @Option(
    help: ArgumentHelp(
      spoken("Read the hosts of this inventory of Ansible, in its INI form, through ssh."),
      valueName: "file"), completion: .file())
  var inventory: String?

  @Option(
    name: .customLong("ssh-config"),
    help: ArgumentHelp(
      spoken("Have ssh take this file instead of ~/.ssh/config."), valueName: "file"),
    completion: .file())
  var sshConfiguration: String?

  @Option(
    help: ArgumentHelp(
      spoken("Have sudo or doas, without a password, read each host with the rights of root."),
      valueName: "sudo|doas"))
  var become: ConnectionOptions.Elevation?

  @Option(
    help: ArgumentHelp(
      spoken("Read the files of each host below this directory there."), valueName: "dir"))
  var root: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      spoken("Tell since when by older states in these directories, the oldest first."),
      valueName: "dir"),
    completion: .directory)
  var among: [String] = []

  @Option(
    help: ArgumentHelp(
      spoken("Write a plan of all that is safe to mend on each host into this directory."),
      valueName: "dir"),
    completion: .directory)
  var plan: String?

  @Option(
    help: ArgumentHelp(
      spoken("Take addresses of this network as shared on purpose; may be repeated."),
      valueName: "prefix"))
  var shared: [Prefix] = []

  @OptionGroup var own: OwnOptions

  @Flag(help: .spoken("Print metrics for the textfile collector of Prometheus' node_exporter."))
  var prometheus = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if prometheus { Language.speak(.english) }
    if prometheus, output.json {
      throw ValidationError(spoken("--prometheus and --json exclude each other"))
    }
    if [folder, hosts, inventory].compactMap({ $0 }).count != 1 {
      throw ValidationError(spoken("a directory is needed, or --hosts, or --inventory"))
    }
    if folder != nil, sshConfiguration != nil || become != nil || root != nil {
      throw ValidationError(
        spoken("--ssh-config, --become and --root go with --hosts and --inventory"))
    }
    if ([folder, plan, root].compactMap { $0 } + among).contains("") {
      throw ValidationError(spoken("a directory needs a name"))
    }
  }

  func run() throws {
    let plans = plan.map { FleetPlans(in: $0) }
    let fleet: Fleet
    do {
      let reader = FleetReader(
        try origin(), older: among, plans: plans, own: try own.settings())
      let names = try reader.origin.names()
      if Output.canDraw, !output.json, !prometheus { try open(reader, names) }
      fleet = read(reader, names)
    } catch let error as HostAccessError {
      Output.complain(error.message)
      if let folder, folder.contains("@"), Destination(folder) != nil {
        Output.complain(
          spoken("one host elsewhere is opened by jailscope \(escapeForTerminal(folder))"))
      }
      throw ExitCode(Verdict.unknown.exitCode)
    }
    Output.show(String(decoding: report(fleet), as: UTF8.self))
    plans?.tell(isForPeople: !output.json && !prometheus)
    endProcess(fleet.verdict.exitCode)
  }

  /// Where the hosts are.
  private func origin() throws -> FleetOrigin {
    if let folder { return .folder(folder) }
    let names =
      try inventory.map { try named(by: $0) }
      ?? (hosts ?? "").split(separator: ",").map(String.init)
    let connections = try names.map { name in
      guard let host = Destination(name) else {
        throw ValidationError(spoken("\(escapeForTerminal(name)) is no name of a host"))
      }
      return ConnectionOptions(host, configuration: sshConfiguration, elevation: become)
    }
    return .hosts(connections, root: root ?? "/")
  }

  /// The hosts that an inventory names.
  private func named(by file: String) throws -> [String] {
    let inventory = Inventory(try readOwnFile(file))
    guard !inventory.isTooLarge else {
      let most = Inventory.most
      throw ValidationError(
        spoken(
          "\(escapeForTerminal(file)) names \(most) hosts or more, which is taken for a mistake"))
    }
    return inventory.hosts
  }

  /// Opens the screen of all, and ends the program.
  private func open(_ reader: FleetReader, _ names: [String]) throws {
    let preferences = Preferences(reader.inquiry.own)
    let look = try DashboardLook(theme: nil, preferred: preferences.theme)
    let state = FleetState(
      place: reader.origin.place, total: names.count, meant: shared, now: Moment.now.seconds,
      size: ScreenSize(columns: 80, rows: 24), keys: preferences.keys)
    do throws(TerminalError) {
      let status = try FleetRunner(reader, names, state, look, preferences).run()
      reader.plans?.tell(isForPeople: true)
      endProcess(status)
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
