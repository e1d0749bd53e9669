import HostModel

/// How variables of rc.conf(5) name aliases.
extension AliasSetting {
  /// The number behind `ifconfig_IF_alias`; nil for another variable.
  static func number(in name: String) -> Int? {
    guard name.hasPrefix("ifconfig_") else { return nil }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard !digits.isEmpty, name.dropLast(digits.count).hasSuffix("_alias") else { return nil }
    return Int(String(digits))
  }
}
