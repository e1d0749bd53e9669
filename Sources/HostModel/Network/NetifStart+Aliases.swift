import SourceText

extension NetifStart {
  /// Adds the addresses of one family (network.subr, ipv4_up and ipv6_up).
  mutating func addAddresses(_ interface: String, _ family: AddressFamily) -> Bool {
    switch family {
    case .inet:
      if interface == "lo0", settings.value("ifconfig", "lo0").isEmpty {
        run(["lo0", "inet", "127.0.0.1/8", "alias"], [])
      }
      return addAliases(interface, "inet")
    case .inet6:
      guard isInet6(interface) else { return true }
      var added = addAliases(interface, "inet6")
      if addPrefixes(interface) { added = true }
      if host.traits.asksRoutersLast, acceptAdvertisements(interface) { added = true }
      return added
    }
  }

  private mutating func addPrefixes(_ interface: String) -> Bool {
    let setting = settings.value("ipv6_prefix", interface)
    for word in setting.words {
      var prefix = word.text[...]
      var length = "64"
      if let slash = prefix.firstIndex(of: "/") {
        length = String(prefix[prefix.index(after: slash)...])
        prefix = prefix[..<slash]
      }
      if prefix.hasSuffix("::") { prefix = prefix.dropLast(2) }
      if prefix.hasSuffix(":") { prefix = prefix.dropLast() }
      let words = [interface, "inet6", "\(prefix)::", "prefixlen", length]
      run(words + ["eui64", "alias"], setting.places)
      if loaded.isYes("ipv6_gateway_enable", script: script) {
        run(words + ["alias", "anycast"], setting.places)
      }
    }
    return !setting.isEmpty
  }

  /// Adds the aliases of one family: `ifconfig_IF_aliases` first, then by number, then what older
  /// variables say (network.subr, ifalias_af_common).
  mutating func addAliases(_ interface: String, _ family: String) -> Bool {
    var words = settings.value("ifconfig", interface, "_aliases").words
    collectNumbered(interface, family, into: &words)
    if family == "inet6" { collectObsolete(interface, into: &words) }
    for word in settings.value("ipv4_addrs", interface).words {
      words.append(SourcedWord(text: "inet", place: word.place))
      words.append(word)
    }
    var added = false
    var group: [SourcedWord] = []
    for word in words {
      if word.text.utf8.count <= 5, Self.families.contains(word.text) {
        if addGroup(interface, family, group) { added = true }
        group = []
      }
      group.append(word)
    }
    return addGroup(interface, family, group) || added
  }

  private mutating func collectNumbered(
    _ interface: String, _ family: String, into words: inout [SourcedWord]
  ) {
    for name in settings.aliasNames("ifconfig", interface) {
      guard let value = settings.variables[name] else { continue }
      if let reason = value.unknown {
        noteUnknownAlias(interface, family, reason, value)
        continue
      }
      let declared = declaredFamily(value.text)
      if declared == family {
        words += InterfaceSettings.setting(value).words
      } else if declared == nil, value.text.isEmpty {
        // an empty one hides all that follow, in every family
        break
      } else if declared == nil, family == "inet" {
        words.append(SourcedWord(text: "inet", place: value.origin.place))
        words += InterfaceSettings.setting(value).words
        warn("$\(name) needs leading \"inet\" keyword for an IPv4 address.")
      }
    }
  }

  private mutating func noteUnknownAlias(
    _ interface: String, _ family: String, _ reason: String, _ value: ShellValue
  ) {
    guard family == "inet" else { return }
    let words = ["/sbin/ifconfig", interface, value.text, "alias"]
    host.steps.append(
      Step(
        phase: host.phase, argv: words, outcome: .unknown(reason), status: nil,
        sources: [value.origin.place].compactMap { $0 }))
    if let index = host.kernel.index(of: interface) {
      host.kernel.interfaces[index].unknownAddresses.append(reason)
    }
  }

  /// The family an alias names in its first word, told by exactly what may stand behind it.
  private func declaredFamily(_ text: String) -> String? {
    var length = 0
    for byte in text.utf8 {
      let ends =
        byte == UInt8(ascii: " ") || host.traits.anySpaceEndsKeyword && (9...13).contains(byte)
      if ends { return Self.families.first { $0.utf8.elementsEqual(text.utf8.prefix(length)) } }
      length += 1
      if length > 5 { return nil }
    }
    return nil
  }

  private static let families = ["inet", "inet6", "link", "ether"]

  private mutating func collectObsolete(_ interface: String, into words: inout [SourcedWord]) {
    let spelled = InterfaceSettings.variableName(interface)
    for name in settings.aliasNames("ipv6_ifconfig", interface) {
      guard let value = settings.variables[name] else { continue }
      if value.text.isEmpty { break }
      words.append(SourcedWord(text: "inet6", place: value.origin.place))
      words += InterfaceSettings.setting(value).words
      warn("$\(name) is obsolete.  Use ifconfig_\(spelled)_aliasN instead.")
    }
  }

  /// Adds the address a group of words says, or the addresses of its range.
  private mutating func addGroup(
    _ interface: String, _ family: String, _ group: [SourcedWord]
  ) -> Bool {
    guard group.count > 1, group[0].text == family else { return false }
    var places: [Place] = []
    for word in group {
      if let place = word.place, places.last != place { places.append(place) }
    }
    let words = evaluated(group.map(\.text))
    guard words.count > 1 else { return false }
    if words[1] != "pass" || !host.traits.anySpaceEndsKeyword,
      words.dropFirst().contains(where: AddressRange.isRange)
    {
      let limit = Int(loaded.text("netif_ipexpand_max")) ?? 2048
      let range = AddressRange(words: words.dropFirst(), family: family, limit: limit)
      if let warning = range.warning { warn(warning) }
      for expanded in range.expanded {
        run([interface, family] + expanded + ["alias"], places)
      }
      return !range.expanded.isEmpty
    }
    run([interface] + words + ["alias"], places)
    return true
  }
}
