package import SourceText

/// A jail of a manager, with what its manager will do with it at boot.
struct ManagedJail: Sendable {
  /// What jail(8) is given for it.
  let config: JailConfig
  /// The name jail(8) is told to start.
  let name: String
  /// The name its manager knows it by.
  let ownName: String
  /// Why its manager doesn't start it at boot.
  var leftOut: BootSwitch?
  /// The lower is started earlier.
  var priority = 99
  /// Jails of the same manager that are started first, by their own names.
  var depends: [String] = []
  /// It is not started when one of those can't be.
  var needsDepends = false
  /// What the manager says instead of asking jail(8) to start it.
  var refusal: String?
  /// What the manager's own program does that decides whether the jail starts, and that isn't known.
  var unknown: String?

  init(_ config: JailConfig, name: String, ownName: String? = nil) {
    self.config = config
    self.name = name
    self.ownName = ownName ?? name
  }
}

/// What keeps a jail's manager from starting it at boot: a setting of the jail, or a list that leaves
/// it out.
package struct BootSwitch: Sendable {
  /// What it is, as its file has it: `boot="off"`.
  package let text: String
  /// Where it is written; nil when it is a default.
  package let place: Place?
}

/// Reads the jails of one manager.
protocol ManagedJailReader: SendableMetatype {
  /// How their definitions are marked.
  static var kind: JailDefinition.Kind { get }
  /// The service of rc(8) that starts them, as `rc.conf.d` names it.
  static var service: String { get }

  /// The jails in the order in which the manager comes upon them.
  ///
  /// - Parameter loaded: the variables of rc.conf(5), with what `rc.conf.d` adds for the service.
  static func read(_ host: inout BootHost, _ loaded: RCVariables) -> [ManagedJail]
}

/// The jails of all managers, read.
struct ManagedJails: Sendable {
  /// What one manager has, and whether its service is enabled.
  struct Group: Sendable {
    let kind: JailDefinition.Kind
    let jails: [ManagedJail]
    let loaded: RCVariables
    let isEnabled: Bool
  }

  private(set) var groups: [Group] = []

  private static let readers: [any ManagedJailReader.Type] = [
    QjailJails.self, PotJails.self, IocageJails.self, IocageLegacyJails.self, LibiocJails.self,
    CBSDJails.self, BastilleJails.self, AppJailJails.self,
  ]

  /// Reads what there is, when the network is up: some managers look at its addresses.
  mutating func read(_ host: inout BootHost, _ loaded: RCVariables) {
    RecognisedSigns.look(&host)
    for reader in Self.readers {
      var service = loaded
      service.console = ConsoleLog()
      service.unknowns = []
      host.loadService(reader.service, into: &service)
      let enable = service.text(reader.kind.enableVariable)
      let isEnabled =
        reader.kind == .iocage && RecognisedSigns.isTrueNAS(host.capture)
        || !enable.isEmpty && loaded.aborted == nil
          && service.isYes(reader.kind.enableVariable, script: "/etc/rc")
      let wasCensus = host.isCensus
      host.isCensus = !isEnabled
      let jails = reader.read(&host, service)
      host.isCensus = wasCensus
      guard !jails.isEmpty else { continue }
      groups.append(
        Group(kind: reader.kind, jails: jails, loaded: service, isEnabled: isEnabled))
    }
  }

  /// What keeps their managers from starting some of them at boot, by the jail's name.
  var switches: [String: BootSwitch] {
    let off = groups.flatMap(\.jails).compactMap { jail in jail.leftOut.map { (jail.name, $0) } }
    return Dictionary(off) { first, _ in first }
  }

  /// What one manager has.
  func group(_ kind: JailDefinition.Kind) -> Group? { groups.first { $0.kind == kind } }
}

/// The start of a manager's jails, one after the other.
struct ManagedService {
  var host: BootHost
  private(set) var attempts: [JailAttempt] = []
  private let jails: [ManagedJail]
  private var begun: Set<Int> = []

  init(host: BootHost, jails: [ManagedJail]) {
    self.host = host
    self.jails = jails
  }

  /// Starts those that their manager starts at boot, by priority, what they depend on first.
  mutating func start() {
    let order = jails.indices.filter { jails[$0].leftOut == nil }
      .sorted { (jails[$0].priority, $0) < (jails[$1].priority, $1) }
    for index in order { start(index) }
  }

  /// Starts those that have some names, as a person would.
  mutating func start(named names: Set<String>) {
    for index in jails.indices where names.contains(jails[index].name) { start(index) }
  }

  private mutating func start(_ index: Int) {
    // what waits for itself is begun already
    guard begun.insert(index).inserted else { return }
    for name in jails[index].depends {
      if let other = jails.firstIndex(where: { $0.ownName == name }) { start(other) }
    }
    let jail = jails[index]
    // managers leave a jail alone that runs
    guard !host.kernel.hasJail(named: jail.name) else { return }
    if let refusal = jail.refusal ?? missingDepend(of: jail) {
      attempts.append(
        JailAttempt(
          name: jail.name, definition: jail.config.jails.first, error: refusal,
          messages: [refusal]))
      return
    }
    var program = JailProgram(jail.config, isQuiet: true)
    program.start(jail.name, &host)
    for var attempt in program.attempts {
      attempt.unknown = attempt.unknown ?? jail.unknown
      attempts.append(attempt)
    }
  }

  /// What a manager says that starts nothing without what it depends on.
  private func missingDepend(of jail: ManagedJail) -> String? {
    guard jail.needsDepends else { return nil }
    for name in jail.depends {
      guard let other = jails.first(where: { $0.ownName == name }) else {
        return "Cannot find the jail `\(name)`"
      }
      if attempts.last(where: { $0.name == other.name })?.hasFailed == true {
        return "The \(name) jail could not be started"
      }
    }
    return nil
  }
}
