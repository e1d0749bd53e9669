import ArgumentParser
import CellGrid
import ConfigSyntax
import HostAccess
import HostModel
import Phrases
import Remote
import Reports

/// `--freebsd` names a release.
extension Release: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}

extension Connection: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }

  /// That of whoever asks about the host at hand; other hosts have other addresses.
  static func own(_ root: String) -> Connection? {
    root == "/" ? environment("SSH_CONNECTION").flatMap { Connection($0) } : nil
  }
}

extension ConnectionOptions.Elevation: ExpressibleByArgument {}

/// The form of what is printed.
struct OutputOptions: ParsableArguments {
  @Flag(help: .spoken("Print a JSON document instead of text."))
  var json = false

  func validate() {
    if json { Language.speak(.english) }
  }

  /// Prints a report in the form that was asked for, and ends.
  func end(
    _ assessment: Assessment, document: @autoclosure () -> [UInt8],
    text: (Assessment, TextStyle, Int) -> String
  ) -> Never {
    let bytes = json ? document() : Array(text(assessment, Output.style, Output.columns).utf8)
    Output.end(bytes, status: assessment.verdict.exitCode)
  }
}

/// Where the settings of the one who asks are.
struct OwnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      spoken(
        "Take your own settings from this file instead of ~/.config/jailscope/jailscope.toml."),
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  /// Those of the file that is named, else those of the usual place.
  func settings() throws(HostAccessError) -> OwnSettings {
    guard let config else { return .usual() }
    return try .file(config)
  }
}

/// Options of every command that looks at a host.
@dynamicMemberLookup
struct HostOptions: ParsableArguments {
  @OptionGroup var which: HostChoice

  @Option(
    help: ArgumentHelp(
      spoken(
        "Take what the running host says of itself from outputs saved in this directory: ifconfig.txt, jls.txt, netstat.txt, sysctl.txt, release.txt."
      ),
      valueName: "dir"), completion: .directory)
  var live: String?

  func validate() throws {
    if live != nil, which.liveCommands != nil || which.ignoresLive {
      throw ValidationError(spoken("--live, --live-commands and --no-live exclude each other"))
    }
    if live?.isEmpty == true {
      throw ValidationError(spoken("what the running host says needs the path of a directory"))
    }
    if which.demo, live != nil {
      throw ValidationError(
        spoken("the demo host doesn't run: it takes neither --live nor --connection"))
    }
    if which.capture != nil, live != nil {
      throw ValidationError(
        spoken("a capture has what the running host said: it goes without --live"))
    }
  }

  subscript<Value>(dynamicMember path: KeyPath<HostChoice, Value>) -> Value {
    which[keyPath: path]
  }

  /// The one host that is asked about; the program ends where it can't be had.
  var source: any HostSource { get throws { try which.source } }

  /// The same for a host that is named without --host, if one is.
  func at(_ destination: String?) throws -> HostOptions {
    guard let destination else { return self }
    guard which.destination == nil, which.capture == nil, !which.demo else {
      throw ValidationError(spoken("one host at a time"))
    }
    var options = self
    options.which.destination = destination
    try options.which.validate()
    return options
  }

  /// Where to ask the running host.
  var liveSource: LiveSource { live.map { .saved($0) } ?? which.liveSource }

  /// Reads the files that are given beside the host.
  func inquiry() throws -> Inquiry {
    var inquiry = try which.inquiry()
    inquiry.live = liveSource
    return inquiry
  }

  /// Reads the one host that is asked about; without it there is nothing to go on with.
  func read() throws -> ReadHost {
    try inquiry().readOnly(which.source)
  }
}

/// Which host is meant, and what is told of it besides its files.
struct HostChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(spoken("Read the host's files below this directory."), valueName: "dir"),
    completion: .directory)
  var root: String?

  @Option(
    name: .customLong("host"),
    help: ArgumentHelp(
      spoken("Look at this host through ssh, with nothing of jailscope there."),
      valueName: "[user@]host"))
  var destination: String?

  @Option(
    help: ArgumentHelp(
      spoken(
        "Have sudo or doas, without a password, read and write with the rights of root there."),
      valueName: "sudo|doas"))
  var become: ConnectionOptions.Elevation?

  @Option(
    name: .customLong("ssh-config"),
    help: ArgumentHelp(spoken("Have ssh read this file, not ~/.ssh/config."), valueName: "file"),
    completion: .file())
  var sshConfiguration: String?

  @Option(
    help: ArgumentHelp(
      spoken(
        "Read this capture instead of a host: what capture, the probe or ansible's --tree wrote."),
      valueName: "file"),
    completion: .file())
  var capture: String?

  @Option(
    help: ArgumentHelp(
      spoken(
        "Take what files can't tell from this JSON file: its members hardware and missing_paths."),
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var facts: String?

  @Option(
    help: ArgumentHelp(
      spoken(
        "Take the behaviour of this FreeBSD release, such as 12.2, not the one the files name."),
      valueName: "release"))
  var freebsd: Release?

  @Option(
    name: .customLong("live-commands"),
    help: ArgumentHelp(
      spoken(
        "Ask the running host by the programs ifconfig, jls, netstat and sysctl in this directory, not by those of the base system."
      ),
      valueName: "dir"), completion: .directory)
  var liveCommands: String?

  @Flag(name: .customLong("no-live"), help: .spoken("Ask the running host nothing."))
  var ignoresLive = false

  @Option(
    help: ArgumentHelp(
      spoken(
        "Mark this address of the host, and what carries it, as where you are: it or what SSH_CONNECTION holds."
      ),
      valueName: "address"))
  var connection: Connection?

  @OptionGroup var own: OwnOptions

  /// Set by the command `demo` alone.
  @Flag(help: .hidden)
  var demo = false

  func validate() throws {
    // no directory has this name; it comes from a script's unset variable
    if root?.isEmpty == true {
      throw ValidationError(spoken("--root needs the path of a directory"))
    }
    if liveCommands != nil, ignoresLive {
      throw ValidationError(spoken("--live-commands and --no-live exclude each other"))
    }
    if liveCommands?.isEmpty == true {
      throw ValidationError(spoken("what the running host says needs the path of a directory"))
    }
    if capture != nil, root != nil || liveCommands != nil || demo || destination != nil {
      throw ValidationError(
        spoken(
          "a capture is a host of its own: it goes without --root, --host, --live-commands and demo"
        ))
    }
    if demo, liveCommands != nil || connection != nil {
      throw ValidationError(
        spoken("the demo host doesn't run: it takes neither --live nor --connection"))
    }
    if let destination {
      let name = escapeForTerminal(destination)
      let parts = destination.split(separator: ":")
      // no address has one colon, and ssh(1) takes what has it for a name
      if parts.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) }) {
        throw ValidationError(
          spoken("\(name) is no name of a host: a port is told by Port of ssh_config(5)"))
      }
      if Destination(destination) == nil {
        throw ValidationError(spoken("\(name) is no name of a host"))
      }
    }
    if demo, destination != nil {
      throw ValidationError(spoken("the demo host is built in and not reached through ssh"))
    }
    if demo, root != nil || facts != nil {
      throw ValidationError(
        spoken("demo has a host of its own: it takes neither --root nor --facts"))
    }
  }

  /// Reads the files that are given beside the host.
  func inquiry() throws -> Inquiry {
    do {
      var told = try facts.map { try HostFacts(json: readOwnFile($0)) } ?? HostFacts()
      told.connection =
        connection
        ?? (demo || capture != nil || destination != nil ? nil : .own(root ?? "/"))
      return Inquiry(
        facts: told, own: demo && own.config == nil ? .none : try own.settings(),
        release: freebsd, live: liveSource)
    } catch let error as HostAccessError {
      throw ValidationError(escapeForTerminal(error.message))
    } catch let problem as JSONProblem {
      throw ValidationError(
        spoken(
          "cannot use \(escapeForTerminal(facts ?? "")) as facts: \(problem.message) "
            + "at byte \(problem.offset)"))
    }
  }

  /// Where the settings of the one who asks are, or would be.
  var settingsPath: String? { own.config ?? (demo ? nil : OwnSettings.usualPath) }

  /// Where to ask the running host.
  var liveSource: LiveSource {
    if let liveCommands { return .commands(folder: liveCommands) }
    if capture != nil, !ignoresLive { return .captured }
    if destination != nil { return ignoresLive || root != nil ? .none : .commands(folder: nil) }
    return ignoresLive || demo ? .none : .atHand(root ?? "/")
  }

  /// The one host that is asked about.
  var source: any HostSource {
    get throws {
      do throws(HostAccessError) {
        return try readSource()
      } catch {
        Output.complain(error.message)
        throw ExitCode(Verdict.unknown.exitCode)
      }
    }
  }

  func readSource() throws(HostAccessError) -> any HostSource {
    if let capture { return try CaptureSource(file: capture) }
    guard let destination = destination.flatMap({ Destination($0) }) else {
      return demo ? DemoSource() : LocalHost(root: root ?? "/")
    }
    let options = ConnectionOptions(
      destination, configuration: sshConfiguration, elevation: become)
    return RemoteHost(options, root: root ?? "/")
  }

  /// Reads it; without it there is nothing to go on with.
  func read() throws -> ReadHost {
    try inquiry().readOnly(source)
  }
}
