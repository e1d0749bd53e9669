package import SourceText

/// An address that rc.conf(5) sets and rc(8) never applies: an inet6 alias of an interface that
/// IPv6 isn't configured on (network.subr, ipv6if).
package struct IgnoredAddress: Sendable {
  /// The interface it is meant for.
  package let interface: String
  /// The address itself.
  package let address: IPAddress
  /// How many bits the network part would have.
  package let prefixLength: Int
  /// Where it is written.
  package let place: Place?
}

/// What `service netif start` does at boot, command by command (rc.d/netif, network.subr).
struct NetifStart {
  var host: BootHost
  var settings: InterfaceSettings
  var loaded: RCVariables
  /// The name rc(8) puts in front of its warnings.
  let script = "/etc/rc"
  var created: [String] = []
  var depth = 0
  /// What is set and never applied.
  var ignored: [IgnoredAddress] = []

  init(host: BootHost, loaded: RCVariables) {
    self.host = host
    self.loaded = loaded
    // rc.d/netif loads the settings of two services, and each time looks for old names
    for _ in 0..<2 { self.loaded.replaceObsolete(script: script) }
    settings = InterfaceSettings(self.loaded.variables, host.traits)
  }

  mutating func run() {
    // an array that grows touches twice what it needs: a large host has a command for fifty bytes of
    // its files, those of jails with it
    host.steps.reserveCapacity(min(4 * loaded.variables.count, host.capture.byteCount / 48))
    host.kernel.addresses.reserve(settings.aliasCount)
    createWirelessInterfaces()
    createClones()
    createTunnels()
    if !created.isEmpty {
      loaded.console.line("Created clone interfaces: \(created.joined(separator: " ")).")
    }
    renameInterfaces()
    var started: [String] = []
    for interface in interfaces() {
      if start(interface) { started.append(interface) }
    }
    if !started.isEmpty {
      loaded.console.line("Starting Network: \(started.joined(separator: " ")).")
    }
  }

  /// Makes the interfaces that are there before any command: told ones, else those that the running
  /// host has, else those the files name.
  mutating func addHardware() {
    if let hardware = host.facts.hardware {
      for name in hardware { host.kernel.addInterface(name, presence: .known) }
      return
    }
    let inferred = InferredHardware(settings, loaded, isJail: !host.root.isEmpty)
    if let live = host.facts.live, let present = live.hardware {
      for name in inferred.firstNames(of: present) {
        host.kernel.addInterface(name, presence: .known)
      }
      // what the files name and the host has not may be in a jail's network stack
      guard live.mayHideInterfaces else { return }
    }
    let created = loaded.words("cloned_interfaces") + loaded.words("gif_interfaces")
    let clones = Set(created.map { String($0.prefix { $0 != ":" }) })
    for name in inferred.names where !clones.contains(name) {
      host.kernel.addInterface(name, presence: .inferred)
    }
  }

  /// Creates each `wlans_PARENT` interface.
  private mutating func createWirelessInterfaces() {
    for name in settings.plainNames.filter({ $0.hasPrefix("wlans_") }).sorted() {
      let parent = String(name.dropFirst("wlans_".count))
      for child in settings.setting(name)?.words ?? [] {
        guard host.kernel.index(of: child.text) == nil else { continue }
        let arguments = settings.value("create_args", child.text).words.map(\.text)
        let isUnit = DriverName(child.text).driver == "wlan" && DriverName(child.text).hasUnit
        let words =
          isUnit
          ? [child.text, "create", "wlandev", parent] + arguments
          : ["wlan", "create", "wlandev", parent] + arguments + ["name", child.text]
        run(words, Places(child.place))
      }
    }
  }

  /// Creates each interface of `cloned_interfaces` that isn't there (network.subr, clone_up).
  private mutating func createClones() {
    guard let list = settings.setting("cloned_interfaces") else { return }
    for word in list.words {
      let name = String(word.text.prefix { $0 != ":" })
      let ends = Self.ends(of: name)
      guard !ends.contains(where: { host.kernel.index(of: $0) != nil }) else { continue }
      let arguments = settings.value("create_args", name)
      let words = [name, "create"] + arguments.words.map(\.text)
      let result = run(words, Places([word.place].compactMap { $0 } + arguments.places))
      if result.status == 0 { created += ends }
    }
  }

  /// What comes of creating a clone: an `epair0` is two interfaces.
  private static func ends(of clone: String) -> [String] {
    let isPair = clone.hasPrefix("epair") && clone.dropFirst(5).first?.isNumber == true
    return isPair ? [clone + "a", clone + "b"] : [clone]
  }

  /// Creates an interface whose unit the kernel chooses, and gives it a name.
  ///
  /// - Returns: whether it goes by that name.
  mutating func create(_ words: [String], as name: String, _ sources: Places) -> Bool {
    let count = host.kernel.interfaces.count
    run(words, sources)
    guard let new = host.kernel.interfaces.dropFirst(count).first?.name else { return false }
    return run([new, "name", name], sources).status == 0
  }

  /// Creates each interface of `gif_interfaces` that isn't there, and its tunnel
  /// (network.subr, clone_up).
  private mutating func createTunnels() {
    for word in settings.setting("gif_interfaces")?.words ?? [] {
      let name = String(word.text.prefix { $0 != ":" })
      guard host.kernel.index(of: name) == nil else { continue }
      let places = Places(word.place)
      let driver = DriverName(name)
      if driver.driver == "gif" && driver.hasUnit {
        guard run([name, "create"], places).status == 0 else { continue }
      } else {
        guard create(["gif", "create"], as: name, places) else { continue }
      }
      created.append(name)
      let tunnel = settings.value("gifconfig", name)
      guard let first = tunnel.words.first?.text else { continue }
      let family = first == "inet6" ? ["inet6"] : []
      let ends = tunnel.words.map(\.text).dropFirst(family.count)
      run([name] + family + ["tunnel"] + ends, tunnel.places)
    }
  }

  /// Renames every interface that is there and has `ifconfig_OLD_name` (rc.d/netif, ifnet_rename).
  private mutating func renameInterfaces() {
    for name in host.kernel.names {
      let setting = settings.value("ifconfig", name, "_name")
      guard let new = setting.words.first else { continue }
      let result = run([name, "name", new.text], setting.places)
      // ifconfig(8) prints a name that isn't the one it was given
      if result.status == 0, new.text != name { loaded.console.line(new.text) }
    }
  }

  /// The interfaces to start, in order (network.subr, list_net_interfaces).
  private func interfaces() -> [String] {
    let listed = loaded.words("network_interfaces")
    if listed.count == 1, listed[0].lowercased() == "auto" {
      let names = host.kernel.names.filter { isAutomatic($0) }
      return names.filter { $0 == "lo0" } + names.filter { $0 != "lo0" }
    }
    let names = (listed + loaded.words("cloned_interfaces")).flatMap(Self.ends)
    return names.contains("lo0") ? names : ["lo0"] + names
  }

  func isAutomatic(_ interface: String) -> Bool {
    !InterfaceSettings.has(["NOAUTO"], in: settings.arguments(interface))
  }

  @discardableResult
  mutating func run(_ words: [String], _ sources: Places) -> CommandResult {
    var argv = [BootHost.ifconfigPath]
    argv.reserveCapacity(words.count + 1)
    argv += words
    return run(CommandWords(argv), sources)
  }

  /// Runs ifconfig(8) with all its words, the program in front.
  @discardableResult
  mutating func run(_ words: consuming CommandWords, _ sources: consuming Places) -> CommandResult {
    let result = host.ifconfig(words, sources: sources)
    if !result.message.isEmpty { loaded.console.line(result.message) }
    return result
  }

  mutating func warn(_ text: String) {
    loaded.console.line("\(script): WARNING: \(text)")
  }
}
