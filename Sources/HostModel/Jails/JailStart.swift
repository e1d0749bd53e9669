import Phrases
import SourceText

/// The start of one jail by jail(8): its commands, and their undoing when one fails (command.c).
struct JailStart {
  let jail: JailDefinition
  let check: JailCheck
  /// jail(8)'s complaints about the jail, without its name.
  private(set) var messages: [String] = []
  private(set) var failedCommand: String?
  /// What the failing command printed, else jail(8)'s complaint.
  private(set) var error: String?
  private(set) var hasFailed = false
  /// Why it isn't known whether the jail starts.
  private(set) var unknown: String?

  private var wasCreated = false
  /// Called with `-i`: jail(8) prints the jail's number, and not that it was created or removed.
  private let isQuiet: Bool
  /// Where the start mounts something: what is below is decided by what is mounted.
  private var mountPoints: [String] = []

  init(_ jail: JailDefinition, check: consuming JailCheck, isQuiet: Bool) {
    self.jail = jail
    self.isQuiet = isQuiet
    self.check = check
  }

  mutating func run(_ host: inout BootHost, _ console: inout ConsoleLog) {
    host.jail = jail.name
    defer {
      host.jail = nil
      host.isRollback = false
    }
    let (jail, check, hasPrepare) = (jail, check, host.traits.hasPrepare)
    var done = 0
    let isDone = jail.forEachAction(check, hasPrepare: hasPrepare) { action in
      guard perform(action, &host, &console) else { return false }
      done += 1
      return true
    }
    guard !isDone else { return }
    hasFailed = true
    host.isRollback = true
    var actions: [JailAction] = []
    _ = jail.forEachAction(check, hasPrepare: hasPrepare) { action in
      actions.append(action)
      return true
    }
    for action in actions[..<done].reversed() { undo(action, &host, &console) }
    if wasCreated, host.kernel.jail(named: jail.name) != nil { removeJail(&host, &console) }
  }

  private mutating func complain(_ message: String, _ console: inout ConsoleLog) {
    messages.append(message)
    console.complaint(jail.name, message)
  }

  private mutating func fail(_ message: String, _ console: inout ConsoleLog) -> Bool {
    complain(message, &console)
    error = error ?? message
    return false
  }

  private mutating func perform(
    _ action: JailAction, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    switch action {
    case .address(let family, let value):
      return setAddress(family, value, adding: true, &host, &console)
    case .mount(let value, let parameter): return mount(value, parameter, &host, &console)
    case .fileSystem(let fileSystem): return mountOwn(fileSystem, &host, &console)
    case .exec(let value, let insideJail):
      return insideJail
        ? runInside(value, &host, &console) : runOnHost(value, &host, &console)
    case .create: return create(&host, &console)
    case .interface(let value): return move(value, by: "vnet", &host, &console)
    }
  }

  private mutating func setAddress(
    _ family: AddressFamily, _ value: JailValue, adding: Bool, _ host: inout BootHost,
    _ console: inout ConsoleLog
  ) -> Bool {
    let command = AddressCommand(
      family, value.text, interface: jail.interface, adding: adding)
    guard let command else {
      return runIfconfig(CommandWords([BootHost.ifconfigPath]), value, &host, &console)
    }
    assumeInterface(command.interface, &host)
    supposeHardware(command.interface, isMoved: false, &host)
    return runIfconfig(CommandWords(command), value, &host, &console)
  }

  /// Moves an interface into the jail, or takes it back.
  private mutating func move(
    _ value: JailValue, by keyword: String, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    assumeInterface(value.text, &host)
    supposeHardware(value.text, isMoved: keyword == "vnet", &host)
    let argv = [BootHost.ifconfigPath, value.text, keyword, jail.name]
    return runIfconfig(CommandWords(argv), value, &host, &console)
  }

  /// Takes the interface an ifconfig(8) names for present behind a command that isn't followed,
  /// which may have created it.
  private func assumeInterface(_ name: String, _ host: inout BootHost) {
    guard unknown != nil, !host.isRollback else { return }
    host.kernel.addInterface(name, presence: .inferred)
  }

  /// The same of an ifconfig(8) among a jail's own commands.
  private func assumeInterface(of argv: [String], _ host: inout BootHost) {
    guard argv.count > 2, argv[2] != "create",
      argv[0] == "ifconfig" || argv[0] == BootHost.ifconfigPath
    else { return }
    assumeInterface(argv[1], &host)
  }

  /// Takes an interface for present that may be hardware, when nobody tells what the host has; the
  /// jail's fate then isn't known.
  private mutating func supposeHardware(
    _ name: String, isMoved: Bool, _ host: inout BootHost
  ) {
    guard !host.isRollback else { return }
    // the running host doesn't show interfaces that a jail has in its own network stack
    let mayBeHidden = isMoved && host.facts.live?.mayHideInterfaces == true
    guard !host.facts.tellsHardware || host.facts.hardware == nil && mayBeHidden else { return }
    if let index = host.kernel.findIndex(of: name) {
      guard host.kernel.interfaces[index].presence == .supposed else { return }
    } else {
      guard DriverName(name).mayBeHardware, !host.kernel.hasSeen(name) else { return }
      host.kernel.addInterface(name, presence: .supposed)
    }
    unknown = unknown ?? spoken("whether the host has \(name) is not known")
  }

  private mutating func runIfconfig(
    _ words: CommandWords, _ value: JailValue, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    let place = value.origin.place
    var sources = Places(place)
    if !value.text.utf8.contains(UInt8(ascii: "|")),
      let other = jail.parameter(.interface)?.values.last?.origin.place
    {
      sources = place.map { [$0, other] } ?? [other]
    }
    let result = host.ifconfig(words, sources: sources)
    if !result.message.isEmpty { console.line(result.message) }
    guard result.status != 0 else { return true }
    return failCommand(words.list.joined(separator: " "), result.message, &console)
  }

  private mutating func failCommand(
    _ commandLine: String, _ printed: String, _ console: inout ConsoleLog
  ) -> Bool {
    if error == nil {
      failedCommand = commandLine
      error = printed.isEmpty ? "\(commandLine): failed" : printed
    }
    complain("\(commandLine): failed", &console)
    return false
  }

  private func note(
    _ words: CommandWords, _ value: JailValue?, _ host: inout BootHost, status: Int? = 0,
    outcome: Step.Outcome = .ok, insideJail: Bool = false
  ) {
    host.steps.append(
      Step(
        phase: host.phase, jail: jail.name, words: words, outcome: outcome, status: status,
        isInsideJail: insideJail, isRollback: host.isRollback,
        sources: Places(value?.origin.place)))
  }

  private mutating func mount(
    _ value: JailValue, _ parameter: String, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    let words = value.text.split {
      " \t\u{0B}\u{0C}\r\n".unicodeScalars.contains($0.unicodeScalars.first ?? "x")
    }
    .prefix(4).map(String.init)
    if words.isEmpty { return true }
    guard words.count >= 3 else {
      return fail("\(parameter): \(value.text): missing information", &console)
    }
    guard checkPath(words[1], parameter, &host, &console) else { return false }
    let options = words.count == 4 ? ["-o", words[3]] : []
    let argv = ["/sbin/mount", "-t", words[2]] + options + [words[0], words[1]]
    note(CommandWords(argv), value, &host)
    mountPoints.append(words[1])
    return true
  }

  private mutating func mountOwn(
    _ fileSystem: OwnFileSystem, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    guard let root = jail.path else {
      return fail("mount.\(fileSystem.rawValue): no jail root path defined", &console)
    }
    let isFound = root.utf8.first == UInt8(ascii: "/") && !host.asksForPaths
    guard
      isFound
        || checkPath(fileSystem.target(root), "mount.\(fileSystem.rawValue)", &host, &console)
    else { return false }
    let words = CommandWords(
      mounting: fileSystem, below: root, ruleset: jail.text(.devfsRuleset))
    note(words, nil, &host)
    return true
  }

  /// Whether a path surely isn't there when the start comes to it.
  func isMissing(_ path: String, _ host: inout BootHost) -> Bool {
    guard host.asksForPaths else { return false }
    let isCovered = mountPoints.contains { path == $0 || path.hasPrefix("\($0)/") }
    return host.facts.canLookUpPaths && isCovered ? false : host.isMissing(path)
  }

  /// What jail(8) asks of a path before it mounts there (command.c, check_path).
  private mutating func checkPath(
    _ path: String, _ parameter: String, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/") else {
      return fail("\(parameter): \(path): not an absolute pathname", &console)
    }
    guard !isMissing(path, &host) else {
      return fail("\(parameter): \(path): No such file or directory", &console)
    }
    return true
  }

  private mutating func create(_ host: inout BootHost, _ console: inout ConsoleLog) -> Bool {
    if let refusal = refusal(&host) { return fail(refusal, &console) }
    host.kernel.addJail(
      RunningJail(
        key: jail.key, addresses: check.addresses, hasOwnStack: jail.hasOwnStack,
        inheritsInet: jail.inheritsAddresses(.ip4) && check.addresses[.inet].isEmpty,
        inheritsInet6: jail.inheritsAddresses(.ip6) && check.addresses[.inet6].isEmpty))
    wasCreated = true
    if isQuiet {
      console.line("\(host.kernel.lastJail)")
    } else {
      console.notice(jail.name, "created")
    }
    return true
  }

  private mutating func removeJail(_ host: inout BootHost, _ console: inout ConsoleLog) {
    host.kernel.removeJail(jail.name)
    if !isQuiet { console.notice(jail.name, "removed") }
  }

  private mutating func undo(
    _ action: JailAction, _ host: inout BootHost, _ console: inout ConsoleLog
  ) {
    switch action {
    case .address(let family, let value):
      _ = setAddress(family, value, adding: false, &host, &console)
    case .mount(let value, _):
      let words = shellWords(value.text)
      if words.count >= 3 {
        note(CommandWords(["/sbin/umount", "-t", words[2], words[1]]), value, &host)
      }
    case .fileSystem(let fileSystem):
      note(CommandWords(["/sbin/umount", fileSystem.target(jail.path ?? "")]), nil, &host)
    case .interface(let value): _ = move(value, by: "-vnet", &host, &console)
    case .create: removeJail(&host, &console)
    case .exec: break
    }
  }

  // MARK: commands of exec parameters

  /// Runs a command line outside the jail; a program whose effect isn't known leaves the jail's
  /// fate unknown.
  private mutating func runOnHost(
    _ value: JailValue, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    let command = host.command(value.text)
    let argv = command.argv
    guard let program = argv.first else { return true }
    let position = host.steps.count
    var status: Int?
    if program.hasPrefix("/nonexistent") {
      messages.append("exec \(program): No such file or directory")
      console.complaint(jail.name, "exec \(program): No such file or directory")
      status = 1
    } else {
      assumeInterface(of: argv, &host)
      var runner = ExecRunner(host: host.handOver())
      status = runner.run(argv)
      host = runner.host
      console.append(runner.console)
    }
    if command.runsInBackground { status = 0 }
    insert(argv, value, status, at: position, &host)
    guard let status else {
      unknown = unknown ?? spoken("whether `\(value.text)` succeeds is not known")
      return true
    }
    return status == 0 || failCommand(argv.joined(separator: " "), "", &console)
  }

  /// Puts the step of a command in front of those it led to, which stand in the same line.
  private func insert(
    _ argv: [String], _ value: JailValue, _ status: Int?, at position: Int, _ host: inout BootHost
  ) {
    let outcome: Step.Outcome =
      status.map { $0 == 0 ? .ok : .failed }
      ?? .unknown(spoken("`\(argv.first ?? "")` is not followed"))
    let sources = Places(value.origin.place)
    for index in position..<host.steps.count {
      host.steps[index] = host.steps[index].written(at: sources)
    }
    host.steps.insert(
      Step(
        phase: host.phase, jail: jail.name, words: CommandWords(argv), outcome: outcome,
        status: status, sources: sources), at: position)
  }

  /// Runs a command line inside the jail: `/bin/sh /etc/rc` succeeds, what others do isn't known
  /// and taken for success.
  private mutating func runInside(
    _ value: JailValue, _ host: inout BootHost, _ console: inout ConsoleLog
  ) -> Bool {
    let command = host.command(value.text)
    let argv = command.argv
    guard !argv.isEmpty else { return true }
    if let log = jail.text(.consolelog) {
      guard log.hasPrefix("/") else {
        return fail("exec.consolelog: \(log): not an absolute pathname", &console)
      }
      guard !isMissing(String(log[..<(log.lastIndex(of: "/") ?? log.endIndex)]), &host) else {
        return fail("open \(log): No such file or directory", &console)
      }
    }
    let status = command.statusInside
    let outcome: Step.Outcome =
      status.map { $0 == 0 ? .ok : .failed } ?? .unknown(spoken("runs inside the jail"))
    note(CommandWords(argv), value, &host, status: status, outcome: outcome, insideJail: true)
    return status ?? 0 == 0 || failCommand(argv.joined(separator: " "), "", &console)
  }
}
