import SourceText

/// The addresses of an interface: aliases in every spelling, ranges and prefixes.
extension NetifStart {
  /// Adds the addresses of one family (network.subr, ipv4_up and ipv6_up).
  mutating func addAddresses(_ interface: String, _ family: AddressFamily) -> Bool {
    switch family {
    case .inet:
      if interface == "lo0", settings.value("ifconfig", "lo0").isEmpty {
        run(["lo0", "inet", "127.0.0.1/8", "alias"], [])
      }
      return addAliases(interface, .inet)
    case .inet6:
      guard isInet6(interface) else {
        noteIgnored(interface)
        return true
      }
      var added = addAliases(interface, .inet6)
      if addPrefixes(interface) { added = true }
      if host.traits.asksRoutersLast, acceptAdvertisements(interface) { added = true }
      return added
    }
  }

  /// Notes the inet6 aliases of an interface on which rc(8) doesn't configure IPv6.
  private mutating func noteIgnored(_ interface: String) {
    var groups = AliasGroups(.inet6)
    collectAliases(interface, .inet6, into: &groups)
    for group in groups.finish() {
      var reader = IfconfigReader()
      for word in group.words { reader.read(word) }
      guard let address = reader.request.address else { continue }
      ignored.append(
        IgnoredAddress(
          interface: interface, address: address, prefixLength: reader.request.prefixLength ?? 64,
          place: group.places.first))
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
  mutating func addAliases(_ interface: String, _ family: AliasSetting.Family) -> Bool {
    let count = settings.aliases("ifconfig", interface).count
    var groups = AliasGroups(family, count: count)
    collectAliases(interface, family, into: &groups)
    if family == .inet6 { collectObsolete(interface, into: &groups) }
    for word in settings.value("ipv4_addrs", interface).words {
      groups.append("inet", at: word.place)
      groups.append(word.text, at: word.place)
    }
    let addresses = groups.finish()
    var added = false
    for index in addresses.indices {
      if let text = addresses[index].text {
        run(CommandWords(aliasOf: interface, text), addresses[index].places)
        added = true
      } else if add(addresses[index], interface, family) {
        added = true
      }
    }
    return added
  }

  /// Collects what `ifconfig_IF_aliases` and the numbered aliases say.
  private mutating func collectAliases(
    _ interface: String, _ family: AliasSetting.Family, into groups: inout AliasGroups
  ) {
    for word in settings.value("ifconfig", interface, "_aliases").words {
      groups.append(word.text, at: word.place)
    }
    let aliases = settings.aliases("ifconfig", interface)
    for index in aliases.indices {
      if aliases[index].isUnknown {
        noteUnknownAlias(interface, family, aliases[index].value)
      } else if aliases[index].family == family {
        groups.append(aliases[index].text, aliases[index].survey, at: aliases[index].place)
      } else if aliases[index].family == nil {
        let value = aliases[index].value
        // an empty one hides all that follow, in every family
        if value.text.isEmpty { return }
        guard family == .inet else { continue }
        groups.append("inet", at: value.origin.place)
        groups.append(value.text, at: value.origin.place)
        warn("$\(aliases[index].name) needs leading \"inet\" keyword for an IPv4 address.")
      }
    }
  }

  private mutating func noteUnknownAlias(
    _ interface: String, _ family: AliasSetting.Family, _ value: ShellValue
  ) {
    guard family == .inet, let reason = value.unknown else { return }
    let sources = Places(value.origin.place)
    noteUnknown([interface, value.text, "alias"], reason, sources)
  }

  private mutating func collectObsolete(_ interface: String, into groups: inout AliasGroups) {
    let spelled = InterfaceSettings.variableName(interface)
    for alias in settings.aliases("ipv6_ifconfig", interface) {
      if alias.value.text.isEmpty { break }
      groups.append("inet6", at: alias.value.origin.place)
      groups.append(alias.value.text, at: alias.value.origin.place)
      warn("$\(alias.name) is obsolete.  Use ifconfig_\(spelled)_aliasN instead.")
    }
  }

  /// Adds the address that the words of a group say which are no plain text, or those of its range.
  private mutating func add(
    _ group: AliasGroups.Group, _ interface: String, _ family: AliasSetting.Family
  ) -> Bool {
    var argv = [BootHost.ifconfigPath, interface] + group.words
    var isRange = group.isRange
    if group.isChangedByEval, !group.isLast {
      evaluate(&argv)
      // the function that `eval` calls takes its arguments apart again
      argv = argv.flatMap(shellWords)
      isRange = argv.dropFirst(3).contains(where: AddressRange.isRange)
    }
    guard argv.count > 3 else { return false }
    if isRange, argv[3] != "pass" || !host.traits.anySpaceEndsKeyword {
      return addRange(interface, family, argv[3...], group.places)
    }
    run(CommandWords(argv + ["alias"]), group.places)
    return true
  }

  private mutating func addRange(
    _ interface: String, _ family: AliasSetting.Family, _ words: ArraySlice<String>,
    _ places: Places
  ) -> Bool {
    let limit = Int(loaded.text("netif_ipexpand_max")) ?? 2048
    let range = AddressRange(words: words, family: family.rawValue, limit: limit)
    if let warning = range.warning { warn(warning) }
    for expanded in range.expanded {
      run([interface, family.rawValue] + expanded + ["alias"], places)
    }
    return !range.expanded.isEmpty
  }
}
