import ConfigSyntax
import Phrases
import SourceText

/// The start of one interface and of those below it.
extension NetifStart {
  /// Configures one interface and those below it (network.subr, ifn_start).
  ///
  /// - Returns: whether anything was configured.
  mutating func start(_ interface: String) -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth < 20 else { return false }
    var configured = runScript(of: interface)
    if bringUp(interface) { configured = true }
    if hasAddressFamilies(interface) {
      let first: AddressFamily = host.traits.inet6AliasesFirst ? .inet6 : .inet
      for family in [first, first == .inet ? .inet6 : .inet] {
        if addAddresses(interface, family) { configured = true }
      }
    }
    if createChildren(of: interface) { configured = true }
    return configured
  }

  func hasAddressFamilies(_ interface: String) -> Bool {
    !host.traits.interfacesWithoutAddresses.contains { driver in
      interface.hasPrefix(driver) && interface.dropFirst(driver.count).first?.isNumber == true
    }
  }

  /// Sources `/etc/start_if.IF` (network.subr, ifscript_up).
  private mutating func runScript(of interface: String) -> Bool {
    guard let file = host.file(at: "/etc/start_if.\(interface)") else { return false }
    runCode(file, parseShell(file.bytes))
    return true
  }

  /// Runs what `ifconfig_IF` and `ifconfig_IF_ipv6` say (network.subr, ifconfig_up).
  private mutating func bringUp(_ interface: String) -> Bool {
    var configured = interface == "lo0"
    let inet6 = hasAddressFamilies(interface)
    if inet6 { setInet6Flags(interface) }
    let setting = settings.arguments(interface)
    if runArguments(interface, InterfaceSettings.withoutPseudoArguments(setting)) {
      configured = true
    }
    if inet6, bringUpInet6(interface) { configured = true }
    for family in [AliasSetting.Family.link, .ether] { _ = addAliases(interface, family) }
    let description = settings.value("ifconfig", interface, "_descr")
    if !description.isEmpty {
      let text = description.words.map(\.text).joined(separator: " ")
      run([interface, "description", text], description.places)
    }
    if InterfaceSettings.has(["WPA", "HOSTAP"], in: setting) {
      let isStation = InterfaceSettings.has(["WPA"], in: setting)
      let program = isStation ? "wpa_supplicant" : "hostapd"
      note("/etc/rc.d/\(program)", interface, setting, spoken("wireless association"))
      configured = true
    } else if configured {
      run([interface, "up"], setting.places)
    }
    if inet6, !host.traits.asksRoutersLast, acceptAdvertisements(interface) { configured = true }
    return startDHCP(interface, setting, configured) || configured
  }

  /// Listens to router advertisements where that is wanted (network.subr, ipv6_accept_rtadv_up).
  mutating func acceptAdvertisements(_ interface: String) -> Bool {
    guard acceptsAdvertisements(interface) else { return false }
    let source = settings.arguments(interface, suffix: "_ipv6")
    run([interface, "inet6", "accept_rtadv", "up"], source.places)
    expectAddresses(interface, spoken("addresses from router advertisements"))
    return true
  }

  private mutating func setInet6Flags(_ interface: String) {
    var flags: [String] = []
    var places: Places = []
    if loaded.isYes("ipv6_activate_all_interfaces", script: script) {
      flags.append("-ifdisabled")
      places = settings.setting("ipv6_activate_all_interfaces")?.places ?? []
    } else if host.traits.disablesInet6First, interface != "lo0" {
      flags.append("ifdisabled")
    }
    if case .yes = YesNo(loaded.text("ipv6_enable")), DriverName(interface).driver != "bridge",
      !loaded.isYes("ipv6_gateway_enable", script: script)
    {
      flags.append("accept_rtadv")
    }
    if loaded.text("ipv6_cpe_wanif") == interface { flags += ["-no_radr", "accept_rtadv"] }
    if !flags.isEmpty { run([interface, "inet6"] + flags, places) }
  }

  private mutating func bringUpInet6(_ interface: String) -> Bool {
    var configured = false
    var setting = InterfaceSettings.withoutPseudoArguments(
      settings.arguments(interface, suffix: "_ipv6"))
    if !setting.isEmpty {
      if let first = setting.words.first?.text, isBareInet6(first) {
        warn(
          "$ifconfig_\(interface)_ipv6 needs leading \"inet6\" keyword for an IPv6 address.")
        setting.words.insert(SourcedWord(text: "inet6", place: nil), at: 0)
      }
      run([interface, "inet6", "-ifdisabled"], setting.places)
      configured = runArguments(interface, setting)
    }
    let prefix = settings.value("ipv6_prefix", interface)
    if !prefix.isEmpty {
      run([interface, "inet6", "-ifdisabled"], prefix.places)
      configured = true
    }
    var legacy = settings.value("ipv6_ifconfig", interface)
    if !legacy.isEmpty {
      warn(
        "$ipv6_ifconfig_\(interface) is obsolete.   Use ifconfig_\(interface)_ipv6 instead.")
      run([interface, "inet6", "-ifdisabled"], legacy.places)
      legacy.words.insert(SourcedWord(text: "inet6", place: nil), at: 0)
      configured = runArguments(interface, legacy) || configured
    }
    return configured
  }

  /// A value that starts with an IPv6 address where the keyword `inet6` belongs.
  private func isBareInet6(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return (first == UInt8(ascii: ":") || hexDigit(first) != nil)
      && word.utf8.contains(UInt8(ascii: ":"))
  }

  /// Runs ifconfig(8) with the words of a setting; quotes in it are read once more, as `eval` does.
  mutating func runArguments(_ interface: String, _ setting: InterfaceSetting) -> Bool {
    if let reason = setting.unknown {
      noteUnknown([interface] + setting.words.map(\.text), reason, setting.places)
      return true
    }
    guard !setting.words.isEmpty else { return false }
    var argv = [BootHost.ifconfigPath, interface] + setting.words.map(\.text)
    if evaluate(&argv) {
      run(CommandWords(argv), setting.places)
    } else {
      runLine(argv.joined(separator: " "), setting.places)
    }
    return true
  }

  /// Runs a line that `eval` makes more than one command of.
  private mutating func runLine(_ line: String, _ places: Places) {
    let start = host.steps.count
    let bytes = Array(line.utf8)
    runCode(SourceFile(path: script, bytes: bytes), parseShell(bytes))
    for index in start..<host.steps.count {
      host.steps[index] = host.steps[index].written(at: places)
    }
  }

  private mutating func runCode(_ file: SourceFile, _ code: ShellScript) {
    var shell = ShellEvaluator(host: host, variables: loaded.variables)
    _ = shell.source(file, script: code)
    host = shell.host
    loaded.variables = shell.variables
    settings = InterfaceSettings(shell.variables, host.traits)
    loaded.console.append(shell.console)
    loaded.unknowns += shell.unknowns
  }

  /// Makes of words what `eval` does: only quotes, escapes and expansions in them change anything.
  ///
  /// - Returns: whether they are one command, else they are left as they are.
  @discardableResult
  func evaluate(_ argv: inout [String]) -> Bool {
    guard argv.contains(where: Self.isChangedByEval) else { return true }
    var shell = ShellEvaluator(host: host, variables: loaded.variables)
    let script = parseShell(Array(argv.joined(separator: " ").utf8))
    let statements = script.nodes.compactMap { node in
      if case .statement(let statement) = node.kind { statement } else { nil }
    }
    guard statements.count == 1, case .simple(let command)? = statements.first?.command else {
      return false
    }
    argv = shell.fields(command.words).texts
    return true
  }

  /// Whether a word holds what `eval` makes something of.
  static func isChangedByEval(_ word: String) -> Bool {
    let view = word.utf8
    return view.span.contains(anyOf: changedByEval)
  }

  /// What `eval` makes something of.
  static let changedByEval = ShellByteSet("'\"\\$`;&|<>()#")

  mutating func noteUnknown(_ words: [String], _ reason: String, _ sources: Places) {
    host.steps.append(
      Step(
        phase: host.phase, words: CommandWords([BootHost.ifconfigPath] + words),
        outcome: .unknown(reason),
        status: nil, sources: sources))
    if let name = words.first { expectAddresses(name, reason) }
  }

  private mutating func note(
    _ program: String, _ interface: String, _ setting: InterfaceSetting, _ reason: String
  ) {
    host.steps.append(
      Step(
        phase: host.phase, words: CommandWords([program, "start", interface]),
        outcome: .unknown(reason),
        status: nil, sources: setting.places))
  }

  private mutating func expectAddresses(_ interface: String, _ reason: String) {
    guard let index = host.kernel.index(of: interface) else { return }
    host.kernel.interfaces[index].unknownAddresses.append(reason)
  }

  private mutating func startDHCP(
    _ interface: String, _ setting: InterfaceSetting, _ configured: Bool
  ) -> Bool {
    let driver = DriverName(interface).driver
    guard !["lo", "stf", "lp", "sl"].contains(driver), hasAddressFamilies(interface),
      InterfaceSettings.has(["DHCP", "SYNCDHCP", "NOSYNCDHCP"], in: setting)
    else { return false }
    if !configured { run([interface, "up"], setting.places) }
    note("/etc/rc.d/dhclient", interface, setting, spoken("the lease decides the address"))
    expectAddresses(interface, spoken("an address from DHCP"))
    return true
  }

  /// Whether the interface listens to router advertisements (network.subr, ipv6_autoconfif).
  private mutating func acceptsAdvertisements(_ interface: String) -> Bool {
    let driver = DriverName(interface).driver
    guard !["lo", "stf", "lp", "sl"].contains(driver), isInet6(interface),
      !loaded.isYes("ipv6_gateway_enable", script: script),
      settings.value("ipv6_prefix", interface).isEmpty
    else { return false }
    if case .yes = YesNo(loaded.text("ipv6_enable")) { return driver != "bridge" }
    let words =
      settings.arguments(interface, suffix: "_ipv6").words
      + settings.value("ipv6_ifconfig", interface).words
    return words.contains { $0.text == "accept_rtadv" }
  }

  /// Whether inet6 aliases of the interface are applied at all (network.subr, ipv6if).
  func isInet6(_ interface: String) -> Bool {
    if interface == "lo0" { return true }
    let listed = loaded.words("ipv6_network_interfaces")
    let isAutomatic = listed.count == 1 && listed[0].lowercased() == "auto"
    guard isAutomatic || listed.contains(interface) else { return false }
    return !settings.arguments(interface, suffix: "_ipv6").isEmpty
      || !settings.value("ipv6_prefix", interface).isEmpty
      || !settings.value("ipv6_ifconfig", interface).isEmpty
  }

  /// Creates and starts the vlans of an interface (network.subr, childif_create).
  private mutating func createChildren(of interface: String) -> Bool {
    var configured = false
    for word in settings.value("vlans", interface).words {
      var child = word.text
      let isNumber = child.first != "0" && child.utf8.allSatisfy { (48...57).contains($0) }
      if isNumber { child = "\(interface).\(child)" }
      let arguments = settings.value("create_args", child)
      let extra = arguments.words.map(\.text)
      let sources = Places([word.place].compactMap { $0 } + arguments.places)
      let driver = DriverName(child)
      if isNumber {
        configured = run([child, "create"] + extra, sources).status == 0 || configured
      } else if driver.driver == "vlan" && driver.hasUnit {
        let words = [child, "create", "vlandev", interface] + extra
        configured = run(words, sources).status == 0 || configured
      } else {
        configured =
          create(["vlan", "create", "vlandev", interface] + extra, as: child, sources) || configured
      }
      if isAutomatic(child) { _ = start(child) }
    }
    return configured
  }
}
