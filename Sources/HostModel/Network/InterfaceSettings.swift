import SourceText

/// A word of a setting with the place it comes from.
struct SourcedWord {
  let text: String
  let place: Place?
}

/// A setting of one interface as `get_if_var` hands it out: its words, whatever blanks stood
/// between them (network.subr).
struct InterfaceSetting {
  var words: [SourcedWord] = []
  /// The reason the value isn't known.
  var unknown: String?
  /// The places of the values it is made of.
  var places: [Place] = []

  var isEmpty: Bool { words.isEmpty && unknown == nil }
}

/// The rc.conf(5) variables that configure interfaces, found by interface and by number.
struct InterfaceSettings {
  let variables: ShellVariables
  /// `ifconfig_IF_aliasN` and `ipv6_ifconfig_IF_aliasN` by the part in front of the number.
  private let aliases: [Substring: [(number: Int, name: String)]]

  init(_ variables: ShellVariables) {
    self.variables = variables
    var found: [Substring: [(number: Int, name: String)]] = [:]
    for name in variables.names where name.utf8.contains(UInt8(ascii: "_")) {
      for (stem, number) in Self.aliasNumbers(name) {
        found[stem, default: []].append((number, name))
      }
    }
    aliases = found.mapValues { $0.sorted { ($0.number, $0.name) < ($1.number, $1.name) } }
  }

  /// Every way to read a name as `STEM_alias` and a number: `ifconfig_em0_alias10` has one.
  private static func aliasNumbers(_ name: String) -> [(Substring, Int)] {
    guard name.hasPrefix("ifconfig_") || name.hasPrefix("ipv6_ifconfig_") else { return [] }
    let marker = Array("_alias".utf8)
    let bytes = Array(name.utf8)
    var found: [(Substring, Int)] = []
    var index = 0
    while index + marker.count < bytes.count {
      defer { index += 1 }
      guard bytes[index] == marker[0], bytes[index...].starts(with: marker) else { continue }
      let digit = index + marker.count
      guard (48...57).contains(bytes[digit]) else { continue }
      let end = name.utf8.index(name.startIndex, offsetBy: digit)
      found.append((name[..<end], leadingInteger(name[end...])))
    }
    return found
  }

  /// The variables `PREFIX_IF_aliasN` of an interface, by number.
  func aliasNames(_ prefix: String, _ interface: String) -> [String] {
    let stem = "\(prefix)_\(Self.variableName(interface))_alias"
    return aliases[stem[...]]?.map(\.name) ?? []
  }

  /// How an interface's name is spelled in a variable's: `. - / +` become `_` (network.subr, ltr).
  static func variableName(_ interface: String) -> String {
    guard interface.utf8.contains(where: { mapped.contains($0) }) else { return interface }
    return String(decoding: interface.utf8.map { mapped.contains($0) ? 95 : $0 }, as: UTF8.self)
  }

  private static let mapped: [UInt8] = [
    UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "+"),
  ]

  /// A variable's value, its words separated by one blank.
  func setting(_ name: String) -> InterfaceSetting? {
    variables[name].map { Self.setting($0) }
  }

  static func setting(_ value: ShellValue) -> InterfaceSetting {
    let place = value.origin.place
    return InterfaceSetting(
      words: shellWords(value.text).map { SourcedWord(text: $0, place: place) },
      unknown: value.unknown,
      places: place.map { [$0] } ?? [])
  }

  /// `ifconfig_IF` or `ifconfig_IF_ipv6`; `ifconfig_DEFAULT` stands in for either when unset.
  func arguments(_ interface: String, suffix: String = "") -> InterfaceSetting {
    let name = "ifconfig_\(Self.variableName(interface))\(suffix)"
    return setting(name) ?? setting("ifconfig_DEFAULT") ?? InterfaceSetting()
  }

  /// The value of `PREFIX_IFSUFFIX`, empty when unset.
  func value(_ prefix: String, _ interface: String, _ suffix: String = "") -> InterfaceSetting {
    setting("\(prefix)_\(Self.variableName(interface))\(suffix)") ?? InterfaceSetting()
  }

  /// The arguments without the words that only rc(8) understands (network.subr, ifconfig_getargs).
  static func withoutPseudoArguments(_ setting: InterfaceSetting) -> InterfaceSetting {
    var kept = setting
    kept.words = []
    var skipsNext = false
    for word in setting.words {
      if skipsNext {
        skipsNext = false
      } else if word.text == "vnet" {
        skipsNext = true
      } else if !pseudoArguments.contains(word.text.uppercased()) {
        kept.words.append(word)
      }
    }
    return kept
  }

  private static let pseudoArguments: Set<String> = [
    "DHCP", "SYNCDHCP", "NOSYNCDHCP", "NOAUTO", "WPA", "HOSTAP",
  ]

  /// Whether the arguments have one of these words in any case.
  static func has(_ words: Set<String>, in setting: InterfaceSetting) -> Bool {
    setting.words.contains { words.contains($0.text.uppercased()) }
  }
}
