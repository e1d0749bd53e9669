import SourceText

/// What `service netif start` does at boot, command by command (rc.d/netif, network.subr).
struct NetifStart {
  var host: BootHost
  var settings: InterfaceSettings
  var loaded: RCVariables
  /// The name rc(8) puts in front of its warnings.
  let script = "/etc/rc"
  var created: [String] = []
  var depth = 0

  init(host: BootHost, loaded: RCVariables) {
    self.host = host
    self.loaded = loaded
    settings = InterfaceSettings(loaded.variables, host.traits)
  }

  mutating func run() {
    addHardware()
    createWirelessInterfaces()
    createClones()
    if !created.isEmpty {
      loaded.console.line("Created clone interfaces: \(created.joined(separator: " ")).")
    }
    renameInterfaces()
    var started: [String] = []
    for interface in interfaces() {
      if start(interface) { started.append(interface) }
    }
    loaded.console.line("Starting Network: \(started.joined(separator: " ")).")
  }

  /// Makes the interfaces that are there before any command: told ones, else those the files name.
  private mutating func addHardware() {
    if let hardware = host.facts.hardware {
      for name in hardware { host.kernel.addInterface(name, presence: .known) }
      return
    }
    let clones = Set(loaded.words("cloned_interfaces").map { String($0.prefix { $0 != ":" }) })
    for name in InferredHardware(settings, loaded).names where !clones.contains(name) {
      host.kernel.addInterface(name, presence: .inferred)
    }
  }

  /// Creates each `wlans_PARENT` interface.
  private mutating func createWirelessInterfaces() {
    for name in settings.variables.names.filter({ $0.hasPrefix("wlans_") }).sorted() {
      let parent = String(name.dropFirst("wlans_".count))
      for child in settings.setting(name)?.words ?? [] {
        guard host.kernel.index(of: child.text) == nil else { continue }
        let arguments = settings.value("create_args", child.text).words.map(\.text)
        let isUnit = DriverName(child.text).driver == "wlan" && DriverName(child.text).hasUnit
        let words =
          isUnit
          ? [child.text, "create", "wlandev", parent] + arguments
          : ["wlan", "create", "wlandev", parent] + arguments + ["name", child.text]
        run(words, [child.place].compactMap { $0 })
      }
    }
  }

  /// Creates each interface of `cloned_interfaces` that isn't there (network.subr, clone_up).
  private mutating func createClones() {
    guard let list = settings.setting("cloned_interfaces") else { return }
    for word in list.words {
      let name = String(word.text.prefix { $0 != ":" })
      let isPair = name.hasPrefix("epair") && name.dropFirst(5).first?.isNumber == true
      let ends = isPair ? [name + "a", name + "b"] : [name]
      guard !ends.contains(where: { host.kernel.index(of: $0) != nil }) else { continue }
      let arguments = settings.value("create_args", name)
      let words = [name, "create"] + arguments.words.map(\.text)
      let result = run(words, [word.place].compactMap { $0 } + arguments.places)
      if result.status == 0 { created += ends }
    }
  }

  /// Renames every interface that is there and has `ifconfig_OLD_name` (rc.d/netif, ifnet_rename).
  private mutating func renameInterfaces() {
    for name in host.kernel.names {
      let setting = settings.value("ifconfig", name, "_name")
      guard let new = setting.words.first else { continue }
      run([name, "name", new.text], setting.places)
    }
  }

  /// The interfaces to start, in order (network.subr, list_net_interfaces).
  private func interfaces() -> [String] {
    let listed = loaded.words("network_interfaces")
    var names: [String]
    if listed.count == 1, listed[0].lowercased() == "auto" {
      names = host.kernel.names.filter { isAutomatic($0) }
    } else {
      names = listed
      for clone in loaded.words("cloned_interfaces") {
        let name = String(clone.prefix { $0 != ":" })
        let isPair = name.hasPrefix("epair") && name.dropFirst(5).first?.isNumber == true
        names += isPair ? [name + "a", name + "b"] : [name]
      }
    }
    guard names.contains("lo0") else { return names }
    return ["lo0"] + names.filter { $0 != "lo0" }
  }

  func isAutomatic(_ interface: String) -> Bool {
    !InterfaceSettings.has(["NOAUTO"], in: settings.arguments(interface))
  }

  @discardableResult
  mutating func run(_ words: [String], _ sources: [Place]) -> CommandResult {
    var argv = [BootHost.ifconfigPath]
    argv.reserveCapacity(words.count + 1)
    argv += words
    return run(argv: argv, sources)
  }

  /// Runs ifconfig(8) with all its words, the program in front.
  @discardableResult
  mutating func run(argv: [String], _ sources: [Place]) -> CommandResult {
    let result = host.ifconfig(argv, sources: sources)
    if !result.message.isEmpty { loaded.console.line(result.message) }
    return result
  }

  mutating func warn(_ text: String) {
    loaded.console.line("\(script): WARNING: \(text)")
  }
}
