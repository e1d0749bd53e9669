import SourceText

/// The course of one boot: rc.conf, netif, ezjail, jail.
struct Boot {
  private var host: BootHost
  private var console = ConsoleLog()
  private var aborted: String?
  private var attempts: [JailAttempt] = []
  private var afterNetif: [InterfaceAddresses] = []
  private var unknowns: [ShellUnknown] = []
  private var variables = ShellVariables()
  private var definitions: [JailDefinition] = []
  private var files: Set<String> = []
  private var hostName: String?
  private var ignored: [IgnoredAddress] = []
  private var settings: InterfaceSettings?
  private var loaded: RCVariables?

  init(host: BootHost) {
    self.host = host
  }

  mutating func run() {
    let loaded = host.loadRCVariables(inheriting: ShellVariables())
    console = loaded.console
    unknowns = loaded.unknowns
    aborted = loaded.aborted
    variables = loaded.variables
    self.loaded = loaded
    if let name = variables["hostname"], name.unknown == nil, !name.text.isEmpty {
      hostName = name.text
    }
    if loaded.aborted != nil {
      for name in host.facts.hardware ?? [] { host.kernel.addInterface(name, presence: .known) }
      afterNetif = host.kernel.snapshot()
      return
    }
    startNetwork(loaded)
    afterNetif = host.kernel.snapshot()
    host.phase = .jail
    startEzjails(loaded)
    startJails(loaded)
  }

  /// What services add to the variables, with what that alone says and leaves unknown.
  private mutating func load(_ services: [String], over loaded: RCVariables) -> RCVariables {
    var service = loaded
    service.console = ConsoleLog()
    service.unknowns = []
    for name in services { host.loadService(name, into: &service) }
    return service
  }

  private mutating func startNetwork(_ loaded: RCVariables) {
    var service = load(["network", "netif"], over: loaded)
    guard service.aborted == nil else { return take(service) }
    guard service.isYes("netif_enable", script: "/etc/rc") else { return take(service) }
    var netif = NetifStart(host: host.handOver(), loaded: service)
    netif.run()
    ignored = netif.ignored
    settings = netif.settings
    host = netif.host
    take(netif.loaded)
  }

  private mutating func take(_ service: RCVariables) {
    console.append(service.console)
    unknowns += service.unknowns
  }

  private mutating func startEzjails(_ loaded: RCVariables) {
    var service = load(["ezjail"], over: loaded)
    guard service.aborted == nil, service.isYes("ezjail_enable", script: "/etc/rc") else {
      return take(service)
    }
    var ezjail = EzjailService(host: host.handOver(), loaded: service)
    ezjail.start()
    host = ezjail.host
    attempts += ezjail.attempts
    take(ezjail.loaded)
  }

  private mutating func startJails(_ loaded: RCVariables) {
    var service = load(["jail"], over: loaded)
    variables = service.variables
    guard service.aborted == nil, service.isYes("jail_enable", script: "/etc/rc") else {
      return take(service)
    }
    var jails = JailService(host: host.handOver(), loaded: service, script: "/etc/rc")
    jails.start(service.words("jail_list"))
    host = jails.host
    attempts += jails.attempts
    definitions = jails.definitions
    files = jails.files
    take(jails.loaded)
  }

  /// Files that the boot itself doesn't read: os-release is a link that leads out of every copy of
  /// /etc, and the settings of jailscope have findings of their own.
  private static let toldOtherwise: Set<String> = [
    "/etc/os-release", "/usr/local/etc/jailscope.toml",
  ]

  /// Gathers what the boot leaves behind.
  mutating func finish(release: Release, isAssumed: Bool) -> BootForecast {
    var forecast = BootForecast(release: release, releaseIsAssumed: isAssumed)
    var census = JailCensus(host: host, variables: variables)
    census.run(attempts, definitions, readFiles: files, console.allLines)
    host = census.host
    forecast.aborted = aborted
    forecast.hostName = hostName
    forecast.ignored = ignored
    forecast.variables = variables
    forecast.settings =
      settings ?? InterfaceSettings(variables, ReleaseTraits(release))
    forecast.facts = host.facts
    forecast.files = host.files
    forecast.unconfigured = host.unconfigured
    forecast.console = console.allLines
    forecast.steps = host.steps
    forecast.failedSteps = host.steps.indices.filter { host.steps[$0].outcome == .failed }
    forecast.interfacesAfterNetif = afterNetif
    forecast.interfaces = host.kernel.snapshot()
    forecast.unknowns = unknowns
    forecast.wanted = host.wanted
    let idle = census.jails.filter { $0.state == .notStarted }
    if aborted == nil, !idle.isEmpty, let loaded {
      var trial = StartTrial(host: host, loaded: loaded)
      trial.run(idle)
      census.take(trial)
      forecast.trialSteps = trial.host.steps
      forecast.wanted.formUnion(trial.host.wanted)
    }
    forecast.jails = census.jails.map { JailForecast($0) }
    forecast.matteringPaths = host.mattering
    for (path, entry) in host.capture.entries where !Self.toldOtherwise.contains(path) {
      if case .unreadable(let reason) = entry { forecast.unreadable.append((path, reason)) }
    }
    if case .missing? = host.capture.entry(at: "/etc/rc.conf") {
      // no host boots without one: it is far likelier that the wrong folder was read
      forecast.unreadable.append(("/etc/rc.conf", "no such file or directory"))
    }
    forecast.unreadable.sort { $0.path < $1.path }
    return forecast
  }
}
