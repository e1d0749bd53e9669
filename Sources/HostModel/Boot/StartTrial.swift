/// What would become of the jails that no service starts if a person started them when the boot is
/// over.
struct StartTrial {
  private(set) var host: BootHost
  private(set) var attempts: [JailAttempt] = []
  private let loaded: RCVariables
  private let managed: ManagedJails

  /// - Parameters:
  ///   - host: the host when the boot is over.
  ///   - loaded: the variables of rc.conf(5).
  ///   - managed: the jails of jail managers.
  init(host: BootHost, loaded: RCVariables, managed: ManagedJails) {
    self.host = host
    self.loaded = loaded
    self.managed = managed
    self.host.steps = []
    self.host.phase = .jail
    self.host.isCensus = true
  }

  /// Starts the jails by the means that their definitions are for.
  mutating func run(_ idle: [JailCensus.Count]) {
    let kinds = Set(idle.compactMap { $0.definition?.kind })
    if kinds.contains(.ezjail) {
      var service = loaded
      host.loadService("ezjail", into: &service)
      var ezjail = EzjailService(host: host.handOver(), loaded: service)
      ezjail.start()
      host = ezjail.host
      attempts += ezjail.attempts
    }
    let named = idle.filter { $0.definition?.kind == .variables }.map(\.name)
    if !named.isEmpty {
      var service = loaded
      host.loadService("jail", into: &service)
      var jails = JailService(host: host.handOver(), loaded: service, script: "/etc/rc.d/jail")
      jails.start(named)
      host = jails.host
      attempts += jails.attempts
    }
    if kinds.contains(.jailConf) { startFiles(idle) }
    for group in managed.groups where kinds.contains(group.kind) {
      let names = Set(idle.filter { $0.definition?.kind == group.kind }.map(\.name))
      var service = ManagedService(host: host.handOver(), jails: group.jails)
      service.start(named: names)
      host = service.host
      attempts += service.attempts
    }
  }

  private mutating func startFiles(_ idle: [JailCensus.Count]) {
    let jails = idle.filter { $0.definition?.kind == .jailConf }
    let names = Set(jails.map(\.name))
    var done: Set<String> = []
    for path in jails.compactMap({ $0.definition?.file }) where done.insert(path).inserted {
      let config = JailConfig(path: path, kind: .jailConf, host: &host)
      guard config.problems.isEmpty else { continue }
      var program = JailProgram(config, isQuiet: false)
      program.startIdle(names, &host)
      attempts += program.attempts.filter { names.contains($0.name) }
    }
  }
}

/// How the start of a jail that nothing starts would go.
package struct JailTrial: Sendable {
  /// It would fail.
  package let hasFailed: Bool
  /// The command that would fail, as a person would type it.
  package let failedCommand: String?
  /// What would be printed.
  package let error: String?

  init(_ attempt: JailAttempt) {
    hasFailed = attempt.hasFailed
    failedCommand = attempt.failedCommand
    error = attempt.error
  }
}

extension BootForecast {
  /// A command by its index: those of the boot, and behind them those of jails that nothing starts.
  package func step(_ index: Int) -> Step {
    index < steps.count ? steps[index] : trialSteps[index - steps.count]
  }
}
