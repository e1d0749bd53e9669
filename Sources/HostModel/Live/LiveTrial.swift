/// What would become of jails that don't run now, and that the next boot starts, if somebody started
/// them now: their start meets the addresses of the running host, not those of a boot.
struct LiveTrial {
  /// How each start would go, by the jail's name.
  private(set) var outcomes: [String: JailTrial] = [:]
  /// Paths that were looked for and that nobody collected.
  let wanted: Set<String>

  /// - Parameters:
  ///   - host: the host when the boot is over.
  ///   - jails: what becomes of each jail then.
  init?(_ boot: Boot, _ host: BootHost, _ jails: [JailCensus.Count]) {
    guard let live = host.facts.live, live.interfaces != nil, let running = live.jails,
      boot.aborted == nil, let loaded = boot.loaded
    else { return nil }
    let names = Set(running.compactMap(\.name))
    let idle = jails.filter { $0.state == .running && !names.contains($0.name) }
    guard !idle.isEmpty, running.allSatisfy({ $0.name != nil }) else { return nil }
    var now = host
    now.kernel = KernelState(running: live, traits: host.traits)
    var trial = StartTrial(host: now, loaded: loaded, managed: boot.managed)
    trial.run(idle)
    let wantedNames = Set(idle.map(\.name))
    for attempt in trial.attempts where wantedNames.contains(attempt.name) {
      guard attempt.unknown == nil else { continue }
      outcomes[attempt.name] = JailTrial(attempt)
    }
    wanted = trial.host.wanted
  }
}

extension KernelState {
  /// The network stack and the jails of the running host.
  init(running live: LiveHost, traits: ReleaseTraits) {
    self.init(traits: traits, live: live)
    settings = KernelSettings(live.settings ?? [:])
    for interface in live.interfaces ?? [] { addInterface(interface.name, presence: .known) }
    for interface in live.interfaces ?? [] {
      guard let index = index(of: interface.name) else { continue }
      if interface.isBridge {
        for member in interface.members { setBridge(interface.name, of: member) }
      }
      for address in interface.addresses {
        guard let length = address.prefixLength, addresses.find(address.address, on: index) == nil
        else { continue }
        addresses.add(
          address.address, length, on: index, owner: .host,
          hasVirtualHost: address.virtualHost != nil)
      }
    }
    for jail in live.runningJails {
      guard let name = jail.name else { continue }
      addJail(
        RunningJail(
          key: NameKey(name), addresses: AddressesByFamily(jail.addresses ?? []),
          hasOwnStack: jail.hasOwnStack ?? false))
    }
  }

  private mutating func setBridge(_ bridge: String, of member: String) {
    if let index = index(of: member) { interfaces[index].bridge = bridge }
  }
}
