import SourceText

/// Counts every jail that is configured anywhere and says what becomes of it.
struct JailCensus {
  private(set) var host: BootHost
  private(set) var jails: [Count] = []
  /// Definitions of jails whose name another one has that comes before.
  private(set) var namesakes: [JailDefinition] = []
  private let variables: ShellVariables
  /// The positions of the jails, by name.
  private(set) var positions = NumberIndex()

  /// A jail's forecast as far as it has been worked out.
  struct Count: Sendable {
    /// How its start fares, if anything starts it.
    var attempt: JailAttempt
    var state = JailForecast.State.notStarted
    var trial: JailTrial?
    var addresses: [IPAddress] = []
    var absentAddresses: [IPAddress] = []
    var interfaces: [String] = []
    var hasOwnStack = false

    var name: String { attempt.name }
    var key: NameKey { attempt.key }
    var definition: JailDefinition? { attempt.definition }
  }

  init(host: BootHost, variables: ShellVariables) {
    self.host = host
    self.variables = variables
  }

  mutating func run(_ boot: inout Boot) {
    host.isCensus = true
    jails.reserveCapacity(boot.definitions.count)
    positions.reserve(boot.definitions.count)
    for attempt in boot.takeAttempts() { add(attempt) }
    for definition in boot.definitions { addIdle(definition) }
    for jail in boot.managed.groups.flatMap(\.jails) {
      for definition in jail.config.jails { addIdle(definition) }
    }
    for path in configurationFiles() where !boot.files.contains(path) { addDefined(path) }
    for (name, file) in EzjailService.files(&host) {
      let jail = name.hasSuffix(".norun") ? String(name.dropLast(6)) : name
      let place = Place(path: file.path, span: SourceSpan(0, 0))
      addIdle(JailDefinition(name: jail, kind: .ezjail, place: place))
    }
    addDefinedByVariables()
    settle()
    explain(boot.console)
  }

  /// Adds the jails that variables of rc.conf(5) define and nothing starts.
  private mutating func addDefinedByVariables() {
    let roots = variables.names(beginning: "jail_").filter { $0.hasSuffix("_rootdir") }
    guard !roots.isEmpty else { return }
    let spelled = Set(
      jails.map { jail in
        String(decoding: jail.name.utf8.map { isNameByte($0) ? $0 : 95 }, as: UTF8.self)
      })
    for root in roots.sorted() {
      let name = String(root.dropFirst(5).dropLast(8))
      guard !name.isEmpty, !spelled.contains(name) else { continue }
      let place = variables[root]?.origin.place
      addIdle(JailDefinition(name: name, kind: .variables, place: place))
    }
  }

  private mutating func add(_ attempt: consuming JailAttempt) {
    let key = attempt.key
    let state: JailForecast.State = attempt.hasFailed ? .failed : .running
    guard let first = position(of: key) else {
      return jails.append(Count(attempt: attempt, state: state))
    }
    let definition = jails[first].definition
    jails[first] = Count(attempt: attempt, state: state)
    jails[first].attempt.definition = definition
  }

  /// Where the jail of a name is; nil for a new name, which then stands for the jail to be added next.
  private mutating func position(of key: NameKey) -> Int? {
    let position = positions.number(hash: key.hash) { jails[$0].key == key }
    if position == nil { positions.add(jails.count, hash: key.hash) }
    return position
  }

  private mutating func addIdle(_ definition: JailDefinition) {
    guard let index = position(of: definition.key) else {
      jails.append(Count(attempt: JailAttempt(name: definition.name, definition: definition)))
      return
    }
    guard let first = jails[index].definition, first !== definition, first.kind != definition.kind,
      first.kind.isManaged || definition.kind.isManaged
    else { return }
    namesakes.append(definition)
  }

  /// The files in which jails may be defined that this boot doesn't start.
  private mutating func configurationFiles() -> [String] {
    var paths = ["/etc/jail.conf"]
    if case .directory(let names)? = host.entry(at: "/etc") {
      paths += names.filter { $0.hasPrefix("jail.") && $0.hasSuffix(".conf") && $0 != "jail.conf" }
        .map { "/etc/\($0)" }
    }
    if case .directory(let names)? = host.entry(at: "/etc/jail.conf.d") {
      paths += names.filter { $0.hasSuffix(".conf") }.map { "/etc/jail.conf.d/\($0)" }
    }
    return paths
  }

  private mutating func addDefined(_ path: String) {
    guard case .file? = host.entry(at: path) else { return }
    let config = JailConfig(path: path, kind: .jailConf, host: &host)
    for jail in config.jails { addIdle(jail) }
  }

  private mutating func settle() {
    // most jails come in the order in which they were created
    var next = 0
    for index in jails.indices {
      let key = jails[index].key
      let isNext = next < host.kernel.jails.count && host.kernel.jails[next].key == key
      if let running = isNext ? next : host.kernel.jailIndex(of: key) {
        next = running + 1
        settle(index, running)
      } else if jails[index].state == .running {
        jails[index].state = .failed
      }
      if jails[index].attempt.unknown != nil, jails[index].state != .notStarted {
        jails[index].state = .unknown
      }
    }
  }

  private mutating func settle(_ index: Int, _ running: Int) {
    let addresses = host.kernel.jails[running].addresses.all
    let hasOwnStack = host.kernel.jails[running].hasOwnStack
    if !hasOwnStack {
      jails[index].absentAddresses = addresses.filter { !host.kernel.hasAddress($0) }
    }
    jails[index].state = .running
    jails[index].attempt.error = nil
    jails[index].attempt.failedCommand = nil
    jails[index].addresses = addresses
    jails[index].hasOwnStack = hasOwnStack
    jails[index].interfaces = host.kernel.jails[running].interfaces
  }

  /// Hands out what became of each jail, and keeps nothing.
  mutating func forecasts() -> [JailForecast] {
    defer { jails = [] }
    return jails.indices.map { index in
      // moved, for much would be copied
      var count = Count(attempt: JailAttempt(name: ""))
      swap(&count, &jails[index])
      return JailForecast(count)
    }
  }

  /// The jails that nothing starts.
  var idle: [Count] {
    jails.indices.lazy.filter { jails[$0].state == .notStarted }.map { jails[$0] }
  }

  /// Notes how the jails that nothing starts would fare.
  mutating func take(_ trial: StartTrial) {
    let attempts = Dictionary(trial.attempts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    for index in jails.indices where jails[index].state == .notStarted {
      guard let attempt = attempts[jails[index].name] else { continue }
      jails[index].trial = JailTrial(attempt)
      if let definition = attempt.definition, jails[index].definition?.isEmpty ?? true {
        jails[index].attempt.definition = definition
      }
    }
  }

  /// Gives jails that nothing starts the console's line about them, if there is one.
  private mutating func explain(_ console: ConsoleLog) {
    let idle = jails.indices.filter { jails[$0].state == .notStarted }
    guard !idle.isEmpty else { return }
    let marks = ["skipping", "arning", "ARNING"].map { Array($0.utf8) }
    let lines = console.allLines.filter { line in
      marks.contains { line.utf8.span.position(of: $0.span) != nil }
    }
    guard !lines.isEmpty else { return }
    for index in idle {
      guard let line = lines.first(where: { Self.mentions(jails[index].name, in: $0) }) else {
        continue
      }
      jails[index].attempt.error = line.trimmingBlanks()
    }
  }

  private static func mentions(_ name: String, in line: String) -> Bool {
    let wanted = Array(name.utf8)
    let bytes = Array(line.utf8)
    var from = 0
    while let start = position(of: wanted, in: bytes, from: from) {
      let end = start + wanted.count
      let opens = start == 0 || !isNameByte(bytes[start - 1])
      if opens, end == bytes.count || !isNameByte(bytes[end]) { return true }
      from = start + 1
    }
    return false
  }

  private static func position(of wanted: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var index = from
    while index <= bytes.count - wanted.count {
      if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
