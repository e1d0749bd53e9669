/// The interfaces a host must have for its files to make sense, when nobody tells.
///
/// A name counts when rc.conf(5) configures it and no command creates it.
struct InferredHardware {
  /// In the order of their names, `lo0` left out.
  let names: [String]

  init(_ settings: InterfaceSettings, _ loaded: RCVariables) {
    var found: Set<String> = []
    for variable in settings.variables.names {
      if let name = Self.interface(of: variable) { found.insert(name) }
    }
    for name in loaded.words("network_interfaces") where name.lowercased() != "auto" {
      found.insert(name)
    }
    for (variable, value) in Self.renames(settings) {
      found.remove(value)
      found.insert(variable)
    }
    for name in found {
      let children = settings.value("vlans", name).words.map(\.text)
      for child in children { found.remove(child.first?.isNumber == true ? "\(name)_\(child)" : child) }
    }
    names = found.filter { name in
      let driver = DriverName(name)
      return name != "lo0" && driver.hasUnit && !driver.isCloner && driver.driver != "lo"
    }.sorted()
  }

  private static func renames(_ settings: InterfaceSettings) -> [(String, String)] {
    settings.variables.names.compactMap { variable in
      guard variable.hasPrefix("ifconfig_"), variable.hasSuffix("_name") else { return nil }
      let old = String(variable.dropFirst(9).dropLast(5))
      return settings.setting(variable)?.words.first.map { (old, $0.text) }
    }
  }

  /// `em0` of `ifconfig_em0`, `ifconfig_em0_alias3`, `ipv4_addrs_em0`, `vlans_em0` and their kin.
  private static func interface(of variable: String) -> String? {
    for prefix in ["ifconfig_", "ipv6_ifconfig_", "ipv4_addrs_", "ipv6_prefix_", "vlans_"] {
      guard variable.hasPrefix(prefix) else { continue }
      let rest = variable.dropFirst(prefix.count)
      let name = rest.prefix { $0 != "_" }
      let suffix = rest.dropFirst(name.count)
      let known =
        suffix.isEmpty || suffix == "_ipv6" || suffix == "_name" || suffix == "_descr"
        || suffix.hasPrefix("_alias")
      return known && name != "DEFAULT" ? String(name) : nil
    }
    return nil
  }
}
