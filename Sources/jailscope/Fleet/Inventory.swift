/// The hosts of an inventory of Ansible, in its INI form.
///
/// A line outside of `[group:vars]` and `[group:children]` begins with a host, or with many:
/// `web[01:20].example.org`. Of its variables `ansible_host` and `ansible_user` count.
struct Inventory {
  /// The hosts as ssh(1) names them, each once.
  private(set) var hosts: [String] = []

  /// More than these in one pattern are a mistake.
  private static let most = 10_000

  init(_ bytes: [UInt8]) {
    var isOfHosts = true
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" && $0 != ";" }.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      if first.hasPrefix("[") {
        isOfHosts = !first.contains(":")
      } else if isOfHosts {
        for name in Self.expanded(String(first)) { add(name, words.dropFirst()) }
      }
    }
  }

  private mutating func add(_ name: String, _ variables: ArraySlice<Substring>) {
    func value(_ variable: String) -> String? {
      variables.last { $0.hasPrefix("\(variable)=") }
        .map { $0.dropFirst(variable.count + 1).filter { $0 != "\"" && $0 != "'" } }
    }
    let host = value("ansible_host") ?? name
    let text = value("ansible_user").map { "\($0)@\(host)" } ?? host
    if !hosts.contains(text) { hosts.append(text) }
  }

  /// All that a name with ranges stands for.
  private static func expanded(_ name: String) -> [String] {
    guard let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]")
    else { return [name] }
    let bounds = name[name.index(after: open)..<close].split(separator: ":").map(String.init)
    guard bounds.count == 2, let lower = Int(bounds[0]), let upper = Int(bounds[1]),
      lower <= upper
    else { return [name] }
    let all = (lower...upper).lazy.flatMap { number -> [String] in
      let digits = String(number)
      let padding = bounds[0].hasPrefix("0") ? bounds[0].count - digits.count : 0
      let middle = String(repeating: "0", count: max(0, padding)) + digits
      return expanded(name[..<open] + middle + name[name.index(after: close)...])
    }
    return Array(all.prefix(most))
  }
}
