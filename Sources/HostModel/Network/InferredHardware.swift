/// The interfaces a host must have for its files to make sense, when nobody tells.
///
/// A name counts when rc.conf(5) configures it, or builds another interface on it, and no command
/// creates it.
struct InferredHardware {
  /// In the order of their names, `lo0` left out.
  let names: [String]
  /// The names that interfaces have before they are renamed, by those they get.
  private let oldNames: [String: String]

  /// - Parameter isJail: what is moved into a jail may be a clone, and go by any name.
  init(_ settings: InterfaceSettings, _ loaded: RCVariables, isJail: Bool = false) {
    var found: Set<String> = []
    for variable in settings.plainNames + settings.aliasStems {
      if let name = Self.interface(of: variable) { found.insert(String(name)) }
    }
    for name in found { found.formUnion(Self.members(of: name, settings)) }
    for name in loaded.words("network_interfaces") where name.lowercased() != "auto" {
      found.insert(name)
    }
    var given: Set<String> = []
    let renames = Self.renames(settings).sorted { $0.0 < $1.0 }
    oldNames = Dictionary(renames.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
    for (old, new) in renames {
      found.remove(new)
      // of several that would get one name, as files for many machines have, one is there
      if given.insert(new).inserted { found.insert(old) } else { found.remove(old) }
    }
    for name in found {
      let children = settings.value("vlans", name).words.map(\.text)
      for child in children {
        found.remove(child.first?.isNumber == true ? "\(name)_\(child)" : child)
      }
    }
    names = found.filter { name in
      let driver = DriverName(name)
      guard name != "lo0", driver.driver != "lo" else { return false }
      return isJail || driver.hasUnit && !driver.isCloner
    }.sorted()
  }

  /// What interfaces of the running host are called before rc(8) gives them other names.
  func firstNames(of present: [String]) -> [String] {
    let all = Set(present)
    return present.map { name in
      guard let old = oldNames[name], !all.contains(old) else { return name }
      return old
    }
  }

  private static func renames(_ settings: InterfaceSettings) -> [(String, String)] {
    settings.plainNames.compactMap { variable in
      guard variable.hasPrefix("ifconfig_"), variable.hasSuffix("_name") else { return nil }
      let old = String(variable.dropFirst(9).dropLast(5))
      return settings.setting(variable)?.words.first.map { (old, $0.text) }
    }
  }

  /// The interfaces that another one is built on: its members, or its parent.
  private static func members(of name: String, _ settings: InterfaceSettings) -> [String] {
    let made = settings.value("create_args", name).words
    let words = (made + settings.value("ifconfig", name).words).map(\.text)
    return zip(words, words.dropFirst()).compactMap { keyword, member in
      ["addm", "laggport", "vlandev"].contains(keyword) && !member.contains(".") ? member : nil
    }
  }

  /// `em0` of `ifconfig_em0`, `ifconfig_em0_alias3`, `ipv4_addrs_em0`, `vlans_em0` and their kin.
  private static func interface(of variable: String) -> Substring? {
    let view = variable.utf8
    let bytes = view.span
    guard let prefix = prefixes.first(where: { bytes.begins($0) }) else { return nil }
    let start = prefix.utf8CodeUnitCount
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "_") { end += 1 }
    let suffix = bytes.extracting(end...)
    guard suffix.begins("_alias") || suffixes.contains(where: { suffix.equals($0) }),
      !bytes.extracting(start..<end).equals("DEFAULT")
    else { return nil }
    let first = view.index(view.startIndex, offsetBy: start)
    return variable[first..<view.index(first, offsetBy: end - start)]
  }

  private static let prefixes: [StaticString] = [
    "ifconfig_", "ipv6_ifconfig_", "ipv4_addrs_", "ipv6_prefix_", "vlans_",
  ]

  private static let suffixes: [StaticString] = ["", "_ipv6", "_name", "_descr"]
}
