import Phrases

/// What was forecast beside what the last boot did, as far as anything tells it: the console's log,
/// and what the running host has now.
package struct BootAgreement: Sendable {
  /// Whether something that was forecast came true.
  package enum Verdict: Sendable, Equatable {
    /// It did; the text says what tells it.
    case agrees(by: String)
    /// It did not; the text says what is so instead.
    case differs(String)
    /// Nothing tells it.
    case untold
  }

  /// Something that was forecast, or that happened and was not.
  package struct Item: Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable {
      case step, jail, address, console
    }

    /// What kind of thing it is.
    package let kind: Kind
    /// The command, the name, the address with its interface, the line.
    package let what: String
    /// What was forecast, in a word or two.
    package let forecast: String
    /// Whether it came true.
    package let verdict: Verdict
  }

  /// Steps first, in the order of the boot, then what else the console has, jails, and addresses.
  package private(set) var items: [Item] = []
  /// What told of the boot, as people name it: a file, ifconfig(8), jls(8).
  package let witnesses: [String]

  private let forecast: BootForecast
  private let log: BootLog?
  private let live: LiveHost?
  private let comparison: LiveComparison?
  /// Complaints of the log that the forecast doesn't have.
  private var unexpected: [String] = []
  /// Lines of the forecast's console that the log doesn't have.
  private var missing: Set<String> = []

  /// - Parameter log: nil, or one that tells nothing of services, when no log was found.
  package init(_ forecast: BootForecast, log: BootLog?) {
    self.forecast = forecast
    self.log = log?.tellsOfServices == true ? log : nil
    live = forecast.facts.live
    comparison = LiveComparison(forecast)
    witnesses =
      [
        self.log?.path, live?.interfaces.map { _ in "ifconfig" }, live?.jails.map { _ in "jls" },
      ].compactMap { $0 }
    compareConsole()
    for step in forecast.steps { items.append(item(of: step)) }
    for line in unexpected {
      items.append(
        Item(
          kind: .console, what: line, forecast: spoken("nothing"),
          verdict: .differs(spoken("printed"))))
    }
    for jail in forecast.jails { items.append(item(of: jail)) }
    for entry in forecast.interfaces {
      for address in entry.addresses where address.owner != .kernel {
        items.append(item(of: address, on: entry.interface.name))
      }
    }
  }

  /// Whether a log tells what the boot printed.
  package var hasLog: Bool { log != nil }

  /// How many items came true.
  package var agreeing: Int {
    items.count { if case .agrees = $0.verdict { true } else { false } }
  }

  /// How many did not.
  package var differing: Int {
    items.count { if case .differs = $0.verdict { true } else { false } }
  }

  /// How many nothing tells of.
  package var untold: Int { items.count { $0.verdict == .untold } }

  private mutating func compareConsole() {
    guard let log else { return }
    var left: [Substring: Int] = [:]
    for line in log.lines { left[Self.plain(line), default: 0] += 1 }
    for line in forecast.console {
      let line = Self.plain(line)
      guard !line.isEmpty else { continue }
      if let count = left[line], count > 0 {
        left[line] = count - 1
      } else {
        missing.insert(String(line))
      }
    }
    for line in log.lines.map(Self.plain) where BootLog.isComplaint(String(line)) {
      guard let count = left[line], count > 0 else { continue }
      left[line] = count - 1
      unexpected.append(String(line))
    }
  }

  /// A line without the blanks around it, and without what rc(8) had begun it with before a program
  /// printed the rest.
  private static func plain(_ line: String) -> Substring {
    let title = "Starting jails:"
    var rest = line.hasPrefix(title) ? line.dropFirst(title.count) : line[...]
    rest = rest.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }

  // MARK: steps

  private func item(of step: Step) -> Item {
    Item(
      kind: .step, what: step.commandLine, forecast: Self.word(step.outcome),
      verdict: verdict(of: step))
  }

  private static func word(_ outcome: Step.Outcome) -> String {
    switch outcome {
    case .ok, .replaced: spoken("succeeds")
    case .failed: spoken("fails")
    case .unknown: spoken("not known")
    }
  }

  private func verdict(of step: Step) -> Verdict {
    if case .unknown = step.outcome { return .untold }
    guard let log, !step.isInsideJail else { return verdictByAddress(of: step) }
    let command = step.commandLine
    if let line = unexpected.first(where: { $0.hasSuffix("\(command): failed") }) {
      return .differs(spoken("the console has: \(line)"))
    }
    for line in step.message.split(separator: "\n") where missing.contains(String(line)) {
      return .differs(spoken("the console doesn't have: \(line)"))
    }
    return .agrees(by: log.path)
  }

  /// Without a log: an address that a step sets and nothing takes off again is there now.
  private func verdictByAddress(of step: Step) -> Verdict {
    guard let comparison, let interface = step.interface, step.outcome != .failed,
      let address = step.requestedAddress,
      let planned = final(address, on: interface),
      step.effects.contains(where: { $0.sets(address) })
    else { return .untold }
    let now = comparison.presence(of: address, length: planned.prefixLength, on: interface)
    return now == .same ? .agrees(by: "ifconfig") : .untold
  }

  private func final(_ address: IPAddress, on interface: String) -> AssignedAddress? {
    forecast.interfaces.first { $0.interface.name == interface }?.addresses
      .first { $0.address == address }
  }

  // MARK: jails

  private func item(of jail: JailForecast) -> Item {
    Item(
      kind: .jail, what: jail.name, forecast: Self.word(jail.state), verdict: verdict(of: jail))
  }

  private static func word(_ state: JailForecast.State) -> String {
    switch state {
    case .running: spoken("running")
    case .failed: spoken("failed")
    case .notStarted: spoken("not-started")
    case .unknown: spoken("unknown")
    }
  }

  private func verdict(of jail: JailForecast) -> Verdict {
    if jail.state == .unknown { return .untold }
    if let log, let failure = failure(of: jail.name, in: log) {
      return jail.state == .failed
        ? .agrees(by: log.path) : .differs(spoken("the console has: \(failure)"))
    }
    guard let live, live.jails != nil, live.runningJails.allSatisfy({ $0.name != nil }) else {
      return .untold
    }
    let runs = live.runningJails.contains { $0.name == jail.name }
    if runs == (jail.state == .running) { return .agrees(by: "jls") }
    return .differs(runs ? spoken("runs now") : spoken("doesn't run now"))
  }

  private func failure(of jail: String, in log: BootLog) -> String? {
    log.lines.first { line in
      line.hasPrefix("jail: \(jail): ") && !line.hasSuffix(": skipped")
        || line.hasPrefix("cannot start jail") && line.hasSuffix("\"\(jail)\": ")
    }
  }

  // MARK: addresses

  private func item(of address: AssignedAddress, on interface: String) -> Item {
    let now = comparison?.presence(
      of: address.address, length: address.prefixLength, on: interface)
    let verdict: Verdict =
      switch now {
      case nil: .untold
      case .same: .agrees(by: "ifconfig")
      case .absent: .differs(spoken("absent now"))
      case .otherLength(let length): .differs(spoken("/\(length) now"))
      case .elsewhere(let interfaces):
        .differs(spoken("on \(interfaces.joined(separator: ", ")) now"))
      }
    return Item(
      kind: .address, what: spoken("\(address.address)/\(address.prefixLength) on \(interface)"),
      forecast: spoken("there"), verdict: verdict)
  }
}

extension AddressEffect {
  /// The address stands after the step as the step asked for it.
  fileprivate func sets(_ address: IPAddress) -> Bool { settingKey?.address == address }
}
