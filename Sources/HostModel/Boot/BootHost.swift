package import ConfigSyntax
package import SourceText

/// The host while it boots: what stands in its files, its kernel, and the commands run so far.
package struct BootHost: ShellHost, Sendable {
  /// What was read from the host.
  package let capture: HostCapture
  /// What the host's files can't say.
  package let facts: HostFacts
  /// How its release behaves.
  package let traits: ReleaseTraits
  /// Its network stack and jails as they are by now.
  package internal(set) var kernel: KernelState
  /// The commands run so far.
  package internal(set) var steps: [Step] = []
  /// Paths that were looked for and that nobody collected.
  package internal(set) var wanted: Set<String> = []

  /// What the boot reads, as it is parsed.
  var files = ConfigurationFiles()
  /// Reads files of jails only to count them.
  var isCensus = false
  /// Names that a service is told to start and that nothing defines.
  var unconfigured: [String] = []

  /// Reads databases of jail managers; nil where nobody can.
  var tables: (any TableReader)?
  /// Files of jail managers that can't be read, with the reason.
  var troubles: [(path: String, reason: String)] = []

  /// Paths whose existence decides something, gathered when they can be looked up.
  private(set) var mattering: Set<String> = []

  /// The command line that was taken apart last: most jails of a host are started by the same.
  private var latestCommand: (line: String, command: ExecCommand)?

  var phase = Step.Phase.netif
  /// The jail whose start is going on.
  var jail: String?
  var isRollback = false

  package init(capture: HostCapture, facts: HostFacts, release: Release) {
    self.capture = capture
    self.facts = facts
    traits = ReleaseTraits(release)
    kernel = KernelState(traits: traits, live: facts.live)
  }

  /// Hands the host to a part of the boot that gives it back, so that neither changes a copy.
  mutating func handOver() -> BootHost {
    let host = self
    steps = []
    kernel = KernelState(traits: traits)
    return host
  }

  /// Takes over what a copy of the host came upon that only read files of jails.
  mutating func takeOver(_ reader: BootHost) {
    for source in reader.files.jailConf { files.add(source) }
    for problem in reader.files.problems { files.add(problem) }
    wanted.formUnion(reader.wanted)
  }

  /// What was collected at a path; one that was not is noted as wanted.
  package mutating func entry(at path: String) -> HostCapture.Entry? {
    if let entry = capture.entry(at: path) { return entry }
    wanted.insert(path)
    return nil
  }

  /// Keeps a file that is sourced; one that is sourced by several processes is kept once.
  package mutating func note(_ file: SourceFile, _ script: ShellScript) {
    files.add(ShellFile(file: file, script: script))
  }

  /// The file at a path, if it is one that was collected.
  mutating func file(at path: String) -> SourceFile? {
    if case .file(let file)? = entry(at: path) { return file }
    return nil
  }

  /// Whether `test -r` succeeds: what can't be told counts as not readable.
  mutating func isReadable(_ path: String) -> Bool { file(at: path) != nil }

  /// Whether a path surely doesn't exist: it, or a folder above it, was told to be missing.
  mutating func isMissing(_ path: String) -> Bool {
    if facts.canLookUpPaths { mattering.insert(path) }
    guard let missing = facts.missingPaths, !missing.isEmpty else { return false }
    var path = path[...]
    while !path.isEmpty {
      if missing.contains(String(path)) { return true }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
      path = path[..<slash]
    }
    return false
  }

  /// Takes a command line of a jail apart.
  mutating func command(_ line: String) -> ExecCommand {
    if let latestCommand, latestCommand.line == line { return latestCommand.command }
    let command = ExecCommand(line)
    latestCommand = (line, command)
    return command
  }

  /// Runs a program that a script names: ifconfig(8) is known, any other isn't.
  package mutating func run(_ argv: [String], at place: Place?) -> ShellReply? {
    guard let program = argv.first else { return nil }
    let name = program.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      program[program.utf8.index(after: $0)...]
    }
    // what ifconfig(8) lists isn't known: the order of interfaces, groups, media
    guard (name ?? program[...]) == "ifconfig", argv.count > 1, !argv[1].hasPrefix("-") else {
      return nil
    }
    let index = kernel.index(of: argv[1]) ?? kernel.interfaces.count
    let words = CommandWords([Self.ifconfigPath] + argv.dropFirst())
    let result = ifconfig(words, sources: place.map { [$0] } ?? [])
    // the name of a new or renamed interface is printed when it isn't the one that was given
    let given = argv[1]
    let present = index < kernel.interfaces.count ? kernel.interfaces[index].name : given
    let output = present == given ? "" : "\(present)\n"
    return ShellReply(status: result.status, output: output)
  }

  /// Where ifconfig(8) is.
  static let ifconfigPath = "/sbin/ifconfig"

  /// Runs ifconfig(8) and notes the step.
  ///
  /// - Parameter words: the program in front.
  @discardableResult
  mutating func ifconfig(_ words: CommandWords, sources: [Place]) -> CommandResult {
    let owner = jail.map { AddressOwner.jail($0) } ?? .host
    let result = kernel.ifconfig(words, owner: owner)
    steps.append(
      Step(
        phase: phase, jail: jail, words: words, outcome: Self.outcome(of: result),
        status: result.status, message: result.message, effects: result.effects,
        isRollback: isRollback, sources: sources))
    return result
  }

  static func outcome(of result: CommandResult) -> Step.Outcome {
    if result.status != 0 { return .failed }
    for effect in result.effects {
      if case .replaced = effect { return .replaced }
    }
    return .ok
  }
}
