package import ConfigSyntax
import Phrases
package import SourceText

/// The host while it boots: what stands in its files, its kernel, and the commands run so far.
package struct BootHost: ShellHost, Sendable {
  /// What was read from the host.
  package internal(set) var capture: HostCapture
  /// What the host's files can't say.
  package let facts: HostFacts
  /// Where its root is on the host, when it is a jail; else empty.
  package let root: String
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

  /// Paths that were looked for until the network was up.
  private(set) var lookedAt: Set<String> = []

  /// Paths below the root of a jail that its files were looked for at.
  private var asked: Set<String> = []

  /// Paths whose existence decides something, gathered when they can be looked up.
  private(set) var mattering: Set<String> = []

  /// The command line that was taken apart last: most jails of a host are started by the same.
  private var latestCommand: (line: String, command: ExecCommand)?

  var phase = Step.Phase.netif
  /// The jail whose start is going on.
  var jail: String?
  var isRollback = false

  package init(capture: HostCapture, facts: HostFacts, release: Release, root: String = "") {
    self.capture = capture
    self.root = root
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
    guard root.isEmpty else { return entryInside(at: path) }
    if phase == .netif { lookedAt.insert(path) }
    if let entry = capture.entry(at: path) { return entry }
    wanted.insert(path)
    return nil
  }

  /// How many files of one jail are read: whoever has a jail decides which there are.
  private static let mostInside = 128

  /// The same in a jail: what was collected below its root, or is still to be.
  private mutating func entryInside(at path: String) -> HostCapture.Entry? {
    let names = path.split(separator: "/").filter { $0 != "." }
    guard !names.contains("..") else {
      return trouble(at: path, spoken("a path with .. is not followed in a jail"))
    }
    let below = names.map { "/\($0)" }.joined()
    guard asked.contains(below) || asked.count < Self.mostInside else {
      return trouble(at: path, spoken("the jail names more than \(Self.mostInside) files"))
    }
    asked.insert(below)
    guard let entry = capture.entry(at: root + below) else {
      wanted.insert(below)
      return nil
    }
    if case .unreadable(let reason) = entry { return trouble(at: below, reason) }
    return entry
  }

  private mutating func trouble(at path: String, _ reason: String) -> HostCapture.Entry {
    if !troubles.contains(where: { $0.path == root + path }) {
      troubles.append((root + path, reason))
    }
    return .unreadable(reason)
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

  /// Whether what is asked for paths makes any difference.
  var asksForPaths: Bool { facts.canLookUpPaths || facts.missingPaths?.isEmpty == false }

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
    let result = ifconfig(words, sources: Places(place))
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
  mutating func ifconfig(_ words: consuming CommandWords, sources: consuming Places)
    -> CommandResult
  {
    let owner = jail.map { AddressOwner.jail($0) } ?? .host
    kernel.addresses.command = Int32(steps.count)
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
    return result.effects.hasReplacement ? .replaced : .ok
  }
}
