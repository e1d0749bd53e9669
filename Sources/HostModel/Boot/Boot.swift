import SourceText

/// The course of one boot: rc.conf, netif, and the services that start jails.
struct Boot: Sendable {
  private(set) var host: BootHost
  private(set) var console = ConsoleLog()
  private(set) var aborted: String?
  private var attempts: [JailAttempt] = []
  private(set) var afterNetif: [InterfaceAddresses] = []
  private(set) var unknowns: [ShellUnknown] = []
  private(set) var variables = ShellVariables()
  private(set) var definitions: [JailDefinition] = []
  private(set) var files: Set<String> = []
  private(set) var hostName: String?
  private(set) var ignored: [IgnoredAddress] = []
  private(set) var settings: InterfaceSettings?
  private(set) var loaded: RCVariables?
  private(set) var managed = ManagedJails()

  /// What starts jails.
  private enum Starter {
    case ezjail, jail
    case manager(JailDefinition.Kind)
  }

  /// The order in which they do: rcorder(8) places scripts of packages in front of FreeBSD's own, the
  /// last of them first, unless they require one; Bastille's requires rc.d/jail.
  private static let starters: [Starter] = [
    .manager(.qjail), .manager(.pot), .manager(.iocage), .manager(.iocageLegacy), .manager(.libioc),
    .ezjail, .manager(.cbsd), .jail, .manager(.bastille), .manager(.appjail),
  ]

  init(host: BootHost) {
    self.host = host
  }

  /// The boot of a host whose network is up already.
  init(_ network: NetworkStart, _ capture: HostCapture) {
    self = network.boot
    host.capture = capture
  }

  /// What follows when the network is up: the jails.
  ///
  /// - Parameter early: what was read of them meanwhile.
  mutating func startJails(_ early: EarlyReading?) {
    guard aborted == nil, let loaded else { return }
    host.phase = .jail
    managed.read(&host, loaded)
    for starter in Self.starters {
      switch starter {
      case .ezjail: startEzjails(loaded)
      case .jail: startJails(loaded, early)
      case .manager(let kind): startJails(of: kind)
      }
    }
  }

  /// What rc(8) does up to the point at which a host starts jails, which is all for a jail.
  mutating func startNetwork() {
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
      for name in host.facts.hardware ?? host.facts.live?.hardware ?? [] {
        host.kernel.addInterface(name, presence: .known)
      }
      afterNetif = host.kernel.snapshot()
      // to count the jails, none of which is started
      managed.read(&host, loaded)
      return
    }
    if host.root.isEmpty { host.kernel.settings = KernelSettings(&host) }
    startInterfaces(loaded)
    afterNetif = host.kernel.snapshot()
  }

  /// Begins to number the addresses that the network has now, while jails are started: neither needs
  /// the other.
  ///
  /// What is returned gives them and is called once.
  ///
  /// - Parameter known: these addresses, when the same network was numbered before.
  func numberAddresses(
    _ known: HostAddresses? = nil, beside colleague: (any Colleague)? = nil
  ) -> () -> HostAddresses {
    if let known { return { known } }
    let (interfaces, table) = (afterNetif, host.kernel.addresses)
    let setters = table.settersByInterface(count: host.kernel.interfaces.count)
    let former = table.formerSetters
    let work: @Sendable () -> HostAddresses = {
      HostAddresses(interfaces, setters: setters, formerSetters: former)
    }
    let count = interfaces.reduce(0) { $0 + $1.addresses.count }
    guard let colleague, count >= Self.manyAddresses else { return work }
    return colleague.begin(work)
  }

  /// Fewer are numbered in less time than a thread takes to start.
  private static let manyAddresses = 1 << 12

  /// Hands out how the jails fared that were started, in order, and keeps nothing.
  mutating func takeAttempts() -> [JailAttempt] {
    defer { attempts = [] }
    return attempts
  }

  /// What services add to the variables, with what that alone says and leaves unknown.
  private mutating func load(_ services: [String], over loaded: RCVariables) -> RCVariables {
    var service = loaded
    service.console = ConsoleLog()
    service.unknowns = []
    for name in services { host.loadService(name, into: &service) }
    return service
  }

  private mutating func startInterfaces(_ loaded: RCVariables) {
    var service = load(["network", "netif"], over: loaded)
    let isRun = service.aborted == nil && service.isYes("netif_enable", script: "/etc/rc")
    var netif = NetifStart(host: host.handOver(), loaded: service)
    netif.addHardware()
    if isRun {
      netif.run()
      ignored = netif.ignored
      settings = netif.settings
    }
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

  private mutating func startJails(of kind: JailDefinition.Kind) {
    guard let group = managed.group(kind) else { return }
    take(group.loaded)
    guard group.isEnabled else { return }
    var service = ManagedService(host: host.handOver(), jails: group.jails)
    service.start()
    host = service.host
    attempts += service.attempts
  }

  private mutating func startJails(_ loaded: RCVariables, _ early: EarlyReading?) {
    var service = load(["jail"], over: loaded)
    variables = service.variables
    guard service.aborted == nil, service.isYes("jail_enable", script: "/etc/rc") else {
      return take(service)
    }
    let names = service.words("jail_list")
    // blanks alone are a list, of no jails (rc.d/jail)
    if names.isEmpty, !service.text("jail_list").isEmpty { return take(service) }
    var jails = JailService(host: host.handOver(), loaded: service, script: "/etc/rc", early: early)
    jails.start(names)
    host = jails.host
    attempts.join(jails.attempts)
    definitions = jails.definitions
    files = jails.files
    take(jails.loaded)
  }
}
