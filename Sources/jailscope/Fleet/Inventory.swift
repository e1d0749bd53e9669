/// The hosts of an inventory of Ansible, in its INI form.
///
/// A line outside of `[group:vars]` and `[group:children]` begins with a host, or with many:
/// `web[01:20].example.org`. Of its variables `ansible_host` and `ansible_user` count.
struct Inventory {
  /// The hosts as ssh(1) names them, each once.
  private(set) var hosts: [String] = []
  private var known: Set<String> = []
  /// How many were named, those too that were before.
  private var named = 0

  /// More names than these are a mistake.
  static let most = 100_000
  /// Whether it names more.
  var isTooLarge: Bool { named >= Self.most }
  /// A pattern of more bytes, or of more ranges, names no host.
  private static let longest = 255
  private static let mostRanges = 8

  init(_ bytes: [UInt8]) {
    var isOfHosts = true
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" && $0 != ";" }.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      if first.hasPrefix("[") {
        isOfHosts = !first.contains(":")
      } else if isOfHosts, named < Self.most {
        add(String(first), words.dropFirst())
      }
    }
  }

  private mutating func add(_ pattern: String, _ variables: ArraySlice<Substring>) {
    func value(_ variable: String) -> String? {
      variables.last { $0.hasPrefix("\(variable)=") }
        .map { $0.dropFirst(variable.count + 1).filter { $0 != "\"" && $0 != "'" } }
    }
    let user = value("ansible_user").map { "\($0)@" } ?? ""
    for name in value("ansible_host").map({ [$0] }) ?? Self.expanded(pattern)
    where named < Self.most {
      named += 1
      if known.insert(user + name).inserted { hosts.append(user + name) }
    }
  }

  /// All that a name with ranges stands for, the last range running fastest.
  private static func expanded(_ pattern: String) -> [String] {
    let ranges = pattern.utf8.count { $0 == UInt8(ascii: "[") }
    guard pattern.utf8.count <= longest, ranges <= mostRanges else { return [pattern] }
    var names = [""]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let front = rest[..<open]
      let texts = texts(of: rest[rest.index(after: open)..<close]) ?? [String(rest[open...close])]
      var longer: [String] = []
      for name in names {
        longer += texts.prefix(most - longer.count).map { name + front + $0 }
      }
      names = longer
      rest = rest[rest.index(after: close)...]
    }
    return names.map { $0 + rest }
  }

  /// The numbers of a range such as `01:20`; nil for what is none.
  private static func texts(of range: Substring) -> [String]? {
    let bounds = range.split(separator: ":")
    guard bounds.count == 2, let lower = Int32(bounds[0]), let upper = Int32(bounds[1]),
      lower <= upper
    else { return nil }
    return (Int(lower)...min(Int(upper), Int(lower) + most)).map { number in
      let digits = String(number)
      let padding = bounds[0].hasPrefix("0") ? bounds[0].count - digits.count : 0
      return String(repeating: "0", count: max(0, padding)) + digits
    }
  }
}
