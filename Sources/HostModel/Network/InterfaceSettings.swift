package import SourceText

/// A word of a setting with the place it comes from.
package struct SourcedWord: Sendable {
  /// The word after expansion.
  package let text: String
  /// The value it stands in; nil when nobody wrote it.
  package let place: Place?
}

extension ShellValue {
  /// Adds the words of the value, each with the value's place.
  func appendWords(to words: inout [SourcedWord]) {
    let place = origin.place
    forEachShellWord(text) { words.append(SourcedWord(text: $0, place: place)) }
  }
}

/// A setting of one interface as `get_if_var` hands it out: its words, whatever blanks stood
/// between them (network.subr).
package struct InterfaceSetting: Sendable {
  /// The words in order.
  package internal(set) var words: [SourcedWord] = []
  /// The reason the value isn't known.
  package internal(set) var unknown: String?
  /// The places of the values it is made of.
  package internal(set) var places: Places = []

  /// Nothing is set.
  package var isEmpty: Bool { words.isEmpty && unknown == nil }
}

/// A variable `ifconfig_IF_aliasN` or `ipv6_ifconfig_IF_aliasN`.
package struct AliasSetting: Sendable {
  /// The families an alias can be for, by the keyword in front of it.
  package enum Family: String, CaseIterable, Sendable {
    case inet, inet6, link, ether

    /// The family a keyword names; nil for any other word.
    init?(keyword text: String) {
      let view = text.utf8
      self.init(keyword: view.span)
    }

    init?(keyword bytes: Span<UInt8>) {
      guard bytes.count == 4 || bytes.count == 5 else { return nil }
      if bytes.equals("inet") {
        self = .inet
      } else if bytes.equals("inet6") {
        self = .inet6
      } else if bytes.equals("link") {
        self = .link
      } else if bytes.equals("ether") {
        self = .ether
      } else {
        return nil
      }
    }

    /// The family that the first word is the keyword of, when something ends the word.
    fileprivate init?(before bytes: Span<UInt8>, anySpaceEnds: Bool) {
      var end = 0
      while end < bytes.count, end < 6, bytes[end] != UInt8(ascii: " "),
        !(9...13).contains(bytes[end])
      { end += 1 }
      guard end < bytes.count, anySpaceEnds || bytes[end] == UInt8(ascii: " ") else { return nil }
      self.init(keyword: bytes.extracting(..<end))
    }

    var keyword: StaticString {
      switch self {
      case .inet: "inet"
      case .inet6: "inet6"
      case .link: "link"
      case .ether: "ether"
      }
    }
  }

  /// The number at its end.
  package let number: Int
  /// The family the value names in its first word, nil when it names none.
  package let family: Family?
  /// What it holds can't be relied on.
  package let isUnknown: Bool
  /// What is to be seen of its text.
  package let survey: AliasSurvey
  private let position: Int32
  /// All variables, which it is one of.
  private let variables: [ShellVariable]

  /// - Parameter anySpaceEnds: whether a tab or newline ends the keyword, as a blank does.
  init(at position: Int, of variables: [ShellVariable], _ number: Int, anySpaceEnds: Bool) {
    self.number = number
    self.position = Int32(position)
    self.variables = variables
    isUnknown = variables[position].value.unknown != nil
    let text = variables[position].value.text
    survey = AliasSurvey(text)
    family = text.withBytes { Family(before: $0, anySpaceEnds: anySpaceEnds) }
  }

  /// The variable.
  package var name: String { variables[Int(position)].name }

  /// What it holds.
  package var value: ShellValue { variables[Int(position)].value }

  /// The text of that, as far as it is known.
  package var text: String { variables[Int(position)].value.text }

  /// Where it is written; nil when nobody wrote it.
  package var place: Place? { variables[Int(position)].value.origin.place }
}

/// The rc.conf(5) variables that configure interfaces, found by interface and by number.
package struct InterfaceSettings: Sendable {
  /// All variables.
  package let variables: ShellVariables
  /// The names of all variables but numbered aliases, in the order in which they were first set.
  package let plainNames: [String]
  /// How many aliases there are.
  let aliasCount: Int
  /// The aliases by the part in front of the number.
  private let aliases: [String: [AliasSetting]]

  init(_ variables: ShellVariables, _ traits: ReleaseTraits) {
    self.variables = variables
    let lists = AliasLists(variables.entries, anySpaceEnds: traits.anySpaceEndsKeyword)
    plainNames = lists.otherNames
    aliasCount = lists.count
    aliases = lists.lists
  }

  /// The parts of aliases' names in front of the number: `ifconfig_em0_alias`.
  package var aliasStems: some Sequence<String> { aliases.keys }

  /// The variables `PREFIX_IF_aliasN` of an interface, by number.
  package func aliases(_ prefix: String, _ interface: String) -> [AliasSetting] {
    aliases["\(prefix)_\(Self.variableName(interface))_alias"] ?? []
  }

  /// How an interface's name is spelled in a variable's: `. - / +` become `_` (network.subr, ltr).
  package static func variableName(_ interface: String) -> String {
    guard interface.utf8.contains(where: { mapped.contains($0) }) else { return interface }
    return String(decoding: interface.utf8.map { mapped.contains($0) ? 95 : $0 }, as: UTF8.self)
  }

  private static let mapped: [UInt8] = [
    UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "+"),
  ]

  /// A variable's value, its words separated by one blank.
  package func setting(_ name: String) -> InterfaceSetting? {
    variables[name].map { Self.setting($0) }
  }

  static func setting(_ value: ShellValue) -> InterfaceSetting {
    var words: [SourcedWord] = []
    value.appendWords(to: &words)
    return InterfaceSetting(
      words: words, unknown: value.unknown, places: Places(value.origin.place))
  }

  /// `ifconfig_IF` or `ifconfig_IF_ipv6`; `ifconfig_DEFAULT` stands in for either when unset.
  package func arguments(_ interface: String, suffix: String = "") -> InterfaceSetting {
    let name = "ifconfig_\(Self.variableName(interface))\(suffix)"
    return setting(name) ?? setting("ifconfig_DEFAULT") ?? InterfaceSetting()
  }

  /// The value of `PREFIX_IFSUFFIX`, empty when unset.
  package func value(_ prefix: String, _ interface: String, _ suffix: String = "")
    -> InterfaceSetting
  {
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
  package static func has(_ words: Set<String>, in setting: InterfaceSetting) -> Bool {
    setting.words.contains { words.contains($0.text.uppercased()) }
  }
}
