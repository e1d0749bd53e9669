/// How one jail fared in one call of jail(8).
struct JailAttempt: Sendable {
  let name: String
  var definition: JailDefinition?
  var hasFailed = false
  /// At most one: most starts have nothing to tell, and are copied in half the time without.
  private var tales: [Tale] = []

  /// What is told of a start.
  private struct Tale: Sendable {
    var failedCommand: String?
    var error: String?
    var messages: [String] = []
    var unknown: String?
  }

  init(name: String, definition: JailDefinition? = nil) {
    self.name = name
    self.definition = definition
  }

  /// A start that fails, and what jail(8) says.
  init(name: String, definition: JailDefinition?, error: String?, messages: [String]) {
    self.init(name: name, definition: definition)
    hasFailed = true
    tales = [Tale(error: error, messages: messages)]
  }

  /// The command whose failure stops it.
  var failedCommand: String? {
    get { tales.first?.failedCommand }
    set { tell(newValue, at: \.failedCommand) }
  }

  /// Why it fails, in one line.
  var error: String? {
    get { tales.first?.error }
    set { tell(newValue, at: \.error) }
  }

  /// Why it isn't known how it ends.
  var unknown: String? {
    get { tales.first?.unknown }
    set { tell(newValue, at: \.unknown) }
  }

  /// What jail(8) says, in order.
  var messages: [String] { tales.first?.messages ?? [] }

  /// Adds to what jail(8) says.
  mutating func say(_ messages: [String]) {
    guard !messages.isEmpty else { return }
    if tales.isEmpty { tales.append(Tale()) }
    tales[0].messages += messages
  }

  private mutating func tell(_ text: String?, at part: WritableKeyPath<Tale, String?>) {
    guard text != nil || !tales.isEmpty else { return }
    if tales.isEmpty { tales.append(Tale()) }
    tales[0][keyPath: part] = text
  }

  /// The name as the key of a table.
  var key: NameKey { definition.map { $0.name == name ? $0.key : NameKey(name) } ?? NameKey(name) }
}

/// One call of jail(8) to start jails: all of a file, or one with those it depends on
/// (usr.sbin/jail/jail.c, main; state.c).
struct JailProgram {
  private(set) var attempts: [JailAttempt] = []
  /// What it prints.
  private(set) var output = ConsoleLog()
  private(set) var hasFailed = false

  private let config: JailConfig
  /// What jail(8) says of each jail before it starts it, until then.
  private var checks: [JailCheck?]
  private let catalog: ParameterCatalog
  /// Called with `-i`: says little, and nothing of jails it skips.
  private let isQuiet: Bool

  private var nodes: [Node] = []
  private var edges: [Edge] = []
  private var order: [Int] = []
  private var ready: [Int] = []
  private var firstReady = 0
  private var byName = NumberIndex()

  /// A jail among those it depends on and those that depend on it.
  private struct Node {
    var hasFailed = false
    var isWanted = false
    /// Started for another's sake.
    var isDependency = false
    /// Started for all of the file: one that runs already is fine.
    var isWild = false
    var isWaiting = false
    var isDone = false
    var open = 0
    var needCount = 0
    /// The edges to those it depends on, and from those that depend on it.
    var needs = EdgeList()
    var serves = EdgeList()
    var attempt: Int?
  }

  /// One jail depends on another; it is in a list of each.
  private struct Edge {
    let dependent: Int
    let other: Int
    /// Satisfied as soon as the other exists.
    let isLight: Bool
    var isSeen = false
    var nextNeed = -1
    var nextServe = -1
  }

  /// The first and the last edge of a list, which are linked among all edges: most jails have none.
  private struct EdgeList {
    var first = -1
    var last = -1
  }

  init(_ config: consuming JailConfig, isQuiet: Bool) {
    checks = config.takeChecks()
    self.config = config
    self.isQuiet = isQuiet
    catalog = self.config.catalog
  }

  /// Starts all jails of the file, or the one that is named.
  mutating func start(_ target: String?, _ host: inout BootHost) {
    guard config.problems.isEmpty else {
      for problem in config.problems { output.line("jail: \(problem)") }
      hasFailed = true
      noteBroken(target)
      return
    }
    connect()
    if let target {
      guard let index = node(named: NameKey(target)) else {
        output.line("jail: \"\(target)\" not found")
        hasFailed = true
        attempts.append(
          JailAttempt(
            name: target, definition: nil, error: "\"\(target)\" not found",
            messages: ["\"\(target)\" not found"]))
        return
      }
      want(index, isDependency: false)
    } else {
      attempts.reserveCapacity(order.count)
      host.kernel.reserveJails(order.count)
      for index in order { wantAsOneOfAll(index) }
    }
    processReady(&host)
  }

  /// Starts those jails of the file that have these names.
  mutating func startIdle(_ names: Set<String>, _ host: inout BootHost) {
    connect()
    for index in order where names.contains(config.jails[index].name) { wantAsOneOfAll(index) }
    processReady(&host)
  }

  private mutating func wantAsOneOfAll(_ index: Int) {
    nodes[index].isWanted = true
    nodes[index].isWild = true
    nodes[index].open = nodes[index].needCount
    if nodes[index].open == 0 { ready.append(index) } else { nodes[index].isWaiting = true }
  }

  private mutating func processReady(_ host: inout BootHost) {
    while firstReady < ready.count {
      let index = ready[firstReady]
      firstReady += 1
      process(index, &host)
    }
  }

  private mutating func noteBroken(_ target: String?) {
    for jail in config.jails where target == nil || jail.name == target {
      attempts.append(
        JailAttempt(
          name: jail.name, definition: jail, error: config.problems.first,
          messages: config.problems))
    }
  }

  private mutating func want(_ index: Int, isDependency: Bool) {
    nodes[index].isWanted = true
    nodes[index].isDependency = isDependency
    nodes[index].open = nodes[index].needCount
    ready.append(index)
  }

  // MARK: dependencies

  private mutating func connect() {
    nodes = [Node](repeating: Node(), count: config.jails.count)
    order = Array(nodes.indices)
    byName.reserve(nodes.count)
    for index in nodes.indices {
      // the first of a name counts
      let key = config.jails[index].key
      if node(named: key) == nil { byName.add(index, hash: key.hash) }
    }
    for index in nodes.indices {
      let jail = config.jails[index]
      report(jail.messages, index)
      if jail.isBroken {
        nodes[index].hasFailed = true
        continue
      }
      for value in jail.values(.depend) {
        guard let other = node(named: NameKey(value.text)) else {
          report(["depends on undefined jail \"\(value.text)\""], index)
          nodes[index].hasFailed = true
          continue
        }
        addEdge(index, other, isLight: false)
      }
      if let dot = jail.name.utf8.lastIndex(of: UInt8(ascii: ".")),
        let parent = node(named: NameKey(String(jail.name[..<dot])))
      {
        addEdge(index, parent, isLight: true)
      }
    }
    if !edges.isEmpty { breakLoops() }
  }

  private func node(named key: NameKey) -> Int? {
    byName.number(hash: key.hash) { config.jails[$0].key == key }
  }

  private mutating func addEdge(_ from: Int, _ to: Int, isLight: Bool) {
    let new = edges.count
    edges.append(Edge(dependent: from, other: to, isLight: isLight))
    nodes[from].needCount += 1
    let (need, serve) = (nodes[from].needs.last, nodes[to].serves.last)
    if need < 0 { nodes[from].needs.first = new } else { edges[need].nextNeed = new }
    if serve < 0 { nodes[to].serves.first = new } else { edges[serve].nextServe = new }
    nodes[from].needs.last = new
    nodes[to].serves.last = new
  }

  /// Fails one jail of every loop and leaves the jails in an order that respects dependencies.
  private mutating func breakLoops() {
    var open = nodes.map(\.needCount)
    var queue = nodes.indices.filter { open[$0] == 0 }
    var taken = [Bool](repeating: false, count: nodes.count)
    for index in queue { taken[index] = true }
    var sorted: [Int] = []
    var next = 0
    var candidate = 0
    while sorted.count < nodes.count {
      while next < queue.count {
        let index = queue[next]
        next += 1
        sorted.append(index)
        var edge = nodes[index].serves.first
        while edge >= 0 {
          let other = edges[edge].dependent
          edge = edges[edge].nextServe
          open[other] -= 1
          if open[other] == 0, !taken[other] {
            taken[other] = true
            queue.append(other)
          }
        }
      }
      while candidate < nodes.count, taken[candidate] { candidate += 1 }
      guard candidate < nodes.count else { break }
      report(["dependency loop"], candidate)
      nodes[candidate].hasFailed = true
      taken[candidate] = true
      queue.append(candidate)
    }
    order = sorted
  }

  private mutating func report(_ messages: [String], _ index: Int) {
    guard !messages.isEmpty else { return }
    let number = attempt(index)
    attempts[number].say(messages)
    for message in messages {
      attempts[number].error = attempts[number].error ?? message
      output.complaint(config.jails[index].name, message)
    }
  }

  private mutating func attempt(_ index: Int) -> Int {
    if let number = nodes[index].attempt { return number }
    attempts.append(JailAttempt(name: config.jails[index].name, definition: config.jails[index]))
    nodes[index].attempt = attempts.count - 1
    return attempts.count - 1
  }

  // MARK: starting

  private mutating func process(_ index: Int, _ host: inout BootHost) {
    if nodes[index].hasFailed {
      hasFailed = true
      attempts[attempt(index)].hasFailed = true
      return finish(index)
    }
    let jail = config.jails[index]
    let check = checks[index].take() ?? JailCheck(jail, catalog: catalog, host: &host)
    if let unknown = check.unknown { attempts[attempt(index)].unknown = unknown }
    if !check.messages.isEmpty {
      report(check.messages, index)
      return fail(index)
    }
    let isRunning = host.kernel.jailIndex(of: jail.key) != nil
    if isRunning, !nodes[index].isWild, !nodes[index].isDependency {
      output.line("jail: \"\(jail.name)\" already exists")
      attempts[attempt(index)].error = "\"\(jail.name)\" already exists"
      return fail(index)
    }
    if waits(index, host) {
      checks[index] = check
      return
    }
    if isRunning { return finish(index) }
    run(index, jail, check, &host)
  }

  private mutating func run(
    _ index: Int, _ jail: JailDefinition, _ check: consuming JailCheck, _ host: inout BootHost
  ) {
    let number = attempt(index)
    var start = JailStart(jail, check: check, isQuiet: isQuiet)
    start.run(&host, &output)
    if attempts[number].unknown == nil, let unknown = start.unknown ?? jail.unknown {
      attempts[number].unknown = unknown
    }
    attempts[number].say(start.messages)
    if start.hasFailed {
      attempts[number].failedCommand = start.failedCommand
      attempts[number].error = start.error
      return fail(index)
    }
    attempts[number].error = nil
    finish(index)
  }

  private mutating func fail(_ index: Int) {
    nodes[index].hasFailed = true
    hasFailed = true
    attempts[attempt(index)].hasFailed = true
    finish(index)
  }

  /// Whether a jail still waits for others, which are then wanted, too (state.c, dep_check).
  private mutating func waits(_ index: Int, _ host: BootHost) -> Bool {
    guard nodes[index].open > 0 else { return false }
    var open = 0
    var next = nodes[index].needs.first
    while next >= 0 {
      let edge = edges[next]
      next = edge.nextNeed
      if edge.isSeen { continue }
      if nodes[edge.other].hasFailed {
        skip(index)
        continue
      }
      if !nodes[edge.other].isWanted { want(edge.other, isDependency: true) }
      let exists = host.kernel.jailIndex(of: config.jails[edge.other].key) != nil
      if !(edge.isLight && exists) { open += 1 }
    }
    if open > 0 { nodes[index].isWaiting = true }
    return open > 0
  }

  private mutating func skip(_ index: Int) {
    if !nodes[index].isDependency, !nodes[index].hasFailed, !isQuiet { report(["skipped"], index) }
    nodes[index].hasFailed = true
  }

  /// Lets those go on that waited for a jail (state.c, dep_done).
  private mutating func finish(_ index: Int) {
    guard !nodes[index].isDone else { return }
    nodes[index].isDone = true
    var next = nodes[index].serves.first
    while next >= 0 {
      let edge = next
      let other = edges[edge].dependent
      next = edges[edge].nextServe
      if edges[edge].isSeen { continue }
      edges[edge].isSeen = true
      if nodes[index].hasFailed { skip(other) }
      nodes[other].open -= 1
      if nodes[other].open == 0, nodes[other].isWaiting {
        nodes[other].isWaiting = false
        ready.append(other)
      }
    }
  }
}
