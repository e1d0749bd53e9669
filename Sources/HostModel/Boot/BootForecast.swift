package import SourceText

/// What the next boot will do to a host's network and jails.
///
/// Nothing in it ever changes; it is a class so that all who ask it anything share one.
package final class BootForecast: Sendable {
  /// Whose behaviour is forecast.
  package let release: Release
  /// Nobody told the release, so the newest one with recorded outcomes was taken.
  package let releaseIsAssumed: Bool
  /// The host's name, when its files tell.
  package let hostName: String?
  /// The line with which sh(1) ends rc(8) itself; nothing is configured then.
  package let aborted: String?
  /// What appears on the console.
  package var console: [String] { log.allLines }
  private let log: ConsoleLog
  /// Every command in the order in which the boot runs them.
  package let steps: [Step]
  /// The indices of those that fail.
  package let failedSteps: [Int]
  /// The indices of those with which an IPv4 address silently gets another mask.
  package let replacedSteps: [Int]
  /// The indices of those that print something.
  package let speakingSteps: [Int]
  /// The indices of those that give an interface another name.
  package let renamingSteps: [Int]
  /// The index of the first that a jail is started with, behind all of netif; their count when there
  /// is none.
  package let firstJailStep: Int
  /// The commands of starting the jails that nothing starts, after the boot.
  package let trialSteps: [Step]
  /// How the start of each jail that doesn't run now would go now, by its name; those that the boot
  /// starts.
  package let startsNow: [String: JailTrial]
  /// What each interface has when netif is done, before any jail starts.
  package let interfacesAfterNetif: [InterfaceAddresses]
  /// The addresses among them, by number, and the step of netif that put each there.
  package let hostAddresses: HostAddresses
  /// What each interface has when the boot is over.
  package let interfaces: [InterfaceAddresses]
  /// What becomes of each jail that is configured anywhere.
  package let jails: [JailForecast]
  private let jailPositions: NumberIndex
  /// Definitions of jails whose name another jail has, that of another manager; that one is among the
  /// jails.
  package let namesakes: [JailDefinition]
  /// What keeps the managers of some jails from starting them at boot, by the jail's name.
  package let bootSwitches: [String: BootSwitch]
  /// What sysctl(8) sets before the network comes.
  package let kernelSettings: KernelSettings
  /// Names that a service is told to start and that nothing defines.
  package let unconfigured: [String]
  /// The variables that rc(8) has when it starts jails.
  package let variables: ShellVariables
  /// The settings of interfaces among them, by interface.
  package let settings: InterfaceSettings
  /// Where the root is of what boots: empty for the host, a path of the host for a jail.
  package let root: String
  /// The network starts inside of jails that have a network stack and files of their own.
  package let insides: [JailInside]
  /// Paths below roots of jails that were not collected, by the root.
  package let wantedInside: [String: Set<String>]
  /// What was told of the host besides its files.
  package let facts: HostFacts
  /// The files that were read, parsed.
  package let files: ConfigurationFiles
  /// Addresses that are set and never applied.
  package let ignored: [IgnoredAddress]
  /// Shell code in the files whose effect isn't known.
  package let unknowns: [ShellUnknown]
  /// Files that could not be read, with the reason.
  package let unreadable: [(path: String, reason: String)]
  /// Paths the configuration names that were not collected.
  package let wanted: Set<String>
  /// Paths whose existence decides something, when the facts say that they can be looked up.
  package let matteringPaths: Set<String>
  /// What a forecast of edited files can go on from; nil when none is to come.
  package let network: NetworkStart?

  /// Files that the boot itself doesn't read: os-release is a link that leads out of every copy of
  /// /etc, and the settings of jailscope have findings of their own.
  private static let toldOtherwise: Set<String> = [
    "/etc/os-release", "/usr/local/etc/jailscope.toml",
  ]

  /// Gathers what a boot leaves behind.
  init(
    _ boot: Boot, _ hostAddresses: HostAddresses, release: Release, isAssumed: Bool,
    network: NetworkStart? = nil
  ) {
    self.network = network
    self.hostAddresses = hostAddresses
    var boot = boot
    var census = JailCensus(host: boot.host, variables: boot.variables)
    let isJail = !boot.host.root.isEmpty
    if !isJail { census.run(&boot) }
    let host = census.host
    var trial: StartTrial?
    let idle = census.idle
    if boot.aborted == nil, !idle.isEmpty, let loaded = boot.loaded {
      var start = StartTrial(host: host, loaded: loaded, managed: boot.managed)
      start.run(idle)
      census.take(start)
      trial = start
    }
    let now = LiveTrial(boot, host, census.jails)
    startsNow = now?.outcomes ?? [:]
    self.release = release
    releaseIsAssumed = isAssumed
    hostName = boot.hostName
    aborted = boot.aborted
    log = boot.console
    steps = host.steps
    let notable = NotableSteps(host.steps)
    failedSteps = notable.failed
    replacedSteps = notable.replaced
    renamingSteps = notable.renaming
    speakingSteps = notable.speaking
    firstJailStep = notable.firstOfJails
    trialSteps = trial?.host.steps ?? []
    interfacesAfterNetif = boot.afterNetif
    interfaces = host.kernel.snapshot()
    kernelSettings = host.kernel.settings
    jailPositions = census.positions
    let jails = census.forecasts()
    self.jails = jails
    root = host.root
    let (insides, wantedInside) = isJail ? ([], [:]) : JailInside.all(host, jails, release)
    self.insides = insides
    self.wantedInside = wantedInside
    namesakes = census.namesakes
    bootSwitches = boot.managed.switches
    unconfigured = host.unconfigured
    variables = boot.variables
    settings = boot.settings ?? InterfaceSettings(boot.variables, ReleaseTraits(release))
    facts = host.facts
    files = host.files
    ignored = boot.ignored
    unknowns = boot.unknowns
    let roots = wantedInside.keys + insides.map(\.root)
    unreadable = (isJail ? [] : Self.unreadable(host.capture, notBelow: roots)) + host.troubles
    wanted = host.wanted.union(trial?.host.wanted ?? []).union(now?.wanted ?? [])
    matteringPaths = host.mattering
  }

  /// What becomes of the jail of a name; nil when none is configured.
  package func jail(named name: String) -> JailForecast? {
    jailPosition(named: name).map { jails[$0] }
  }

  /// Where among the jails the one of a name is.
  package func jailPosition(named name: String) -> Int? {
    jailPositions.number(hash: NameKey(name).hash) { jails[$0].name == name }
  }

  /// Something of a jail was there to be read, or was there and could not be.
  var hasReadAnything: Bool { !files.shell.isEmpty || !unreadable.isEmpty }

  private static func unreadable(
    _ capture: HostCapture, notBelow roots: [String]
  ) -> [(path: String, reason: String)] {
    var found: [(path: String, reason: String)] = []
    for (path, entry) in capture.entries where !toldOtherwise.contains(path) {
      guard case .unreadable(let reason) = entry,
        !roots.contains(where: { path.hasPrefix($0 + "/") })
      else { continue }
      found.append((path, reason))
    }
    if case .missing? = capture.entry(at: "/etc/rc.conf") {
      // no host boots without one: it is far likelier that the wrong folder was read
      found.append(("/etc/rc.conf", "no such file or directory"))
    }
    return found.sorted { $0.path < $1.path }
  }
}

/// The indices of the steps that are asked for again and again, found in one pass: the steps of a
/// large host are more than a cache holds.
private struct NotableSteps {
  var failed: [Int] = []
  var replaced: [Int] = []
  var renaming: [Int] = []
  var speaking: [Int] = []
  var firstOfJails: Int

  init(_ steps: [Step]) {
    firstOfJails = steps.count
    for index in steps.indices {
      switch steps[index].outcome {
      case .failed: failed.append(index)
      case .replaced: replaced.append(index)
      case .ok, .unknown: break
      }
      if steps[index].words.isRename { renaming.append(index) }
      if !steps[index].isSilent { speaking.append(index) }
      if case .jail = steps[index].phase { firstOfJails = min(firstOfJails, index) }
    }
  }
}

/// Forecasts the next boot from what was collected.
///
/// - Parameters:
///   - release: the host's release; nil takes what its files say, else what runs, else the assumed one.
///   - colleague: does a part of the work for a large host; the forecast is the same without.
///   - tables: reads the databases of jail managers; without one their jails are not known.
///   - earlier: a forecast of the same host with the same facts and other bytes in some files, from
///     which the network is taken over where it holds.
///   - keepsNetwork: such a forecast is to come of this one.
package func forecastBoot(
  _ capture: HostCapture, facts: HostFacts = HostFacts(), release: Release? = nil,
  beside colleague: (any Colleague)? = nil, tables: (any TableReader)? = nil,
  after earlier: BootForecast? = nil, keepsNetwork: Bool = false
) -> BootForecast {
  let release = release ?? releaseOfHost(capture) ?? facts.live?.release
  var host = BootHost(capture: capture, facts: facts, release: release ?? .assumed)
  host.tables = tables
  let standing = earlier?.network.flatMap { $0.holds(for: host) ? $0 : nil }
  let early = EarlyReading(host, colleague)
  var boot = standing.map { Boot($0, capture) } ?? Boot(host: host)
  if standing == nil { boot.startNetwork() }
  let network = standing ?? (keepsNetwork ? NetworkStart(boot) : nil)
  let known = standing == nil ? nil : earlier?.hostAddresses
  let addresses = boot.numberAddresses(known, beside: colleague)
  boot.startJails(early)
  return BootForecast(
    boot, addresses(), release: release ?? .assumed, isAssumed: release == nil, network: network)
}

/// The release that a host's own files name: `USERLAND_VERSION` in freebsd-version(1), else
/// `VERSION` in os-release(5).
func releaseOfHost(_ capture: HostCapture) -> Release? {
  for (path, name) in [
    ("/bin/freebsd-version", "USERLAND_VERSION="), ("/etc/os-release", "VERSION="),
  ] {
    guard case .file(let file)? = capture.entry(at: path) else { continue }
    for line in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard line.hasPrefix(name) else { continue }
      let value = line.dropFirst(name.count).filter { $0 != "\"" && $0 != "'" }
      if let release = Release(value) { return release }
    }
  }
  return nil
}
