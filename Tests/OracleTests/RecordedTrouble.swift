import ConfigSyntax
import HostModel
import SourceText

/// What is bad about a recorded boot, read from the recording and from what the files of ezjail ask
/// for, without any forecast.
struct RecordedTrouble {
  /// A clause for each trouble; none for a boot that went well.
  private(set) var reasons: [String] = []

  init(_ document: JSONValue, _ capture: HostCapture) {
    let boot = document["boot"]
    if (boot?["rc_exit"] ?? .number("0")) != .number("0") { reasons.append("rc(8) ends early") }
    for (name, jail) in Self.members(document["jails"]) {
      if jail["state"] == .string("failed") { reasons.append("jail \(name) fails") }
    }
    for (path, status) in Self.members(document["conf_parse"]) where status != .number("0") {
      reasons.append("jail(8) can't read \(path)")
    }
    for line in boot?["console"]?.strings ?? [] {
      if line.contains("WARNING: Invalid configuration for ") || line.contains("Syntax error: ")
        || line.contains("Warning: root directory ")
      {
        reasons.append(line)
      }
    }
    for (name, jail) in Self.members(document["jails"]) where jail["state"] == .string("running") {
      reasons += Self.lostAddresses(of: name, jail, capture)
    }
    var primaries: Set<String> = []
    for command in Self.commands(document) {
      let argv = command["argv"]?.strings ?? []
      if command["phase"] == .string("netif") {
        if ![nil, .null, .number("0")].contains(command["status"]) {
          reasons.append("\(argv) fails")
        } else if argv.last != "alias", let address = Self.address(argv) {
          primaries.insert(address)
        }
      } else if let address = Self.address(argv), primaries.contains(address) {
        reasons.append("a jail takes \(address)")
      }
    }
  }

  /// What a running jail is without although a variable of its name lists it, or a variable of
  /// another name in its own file of ezjail while it has no address at all.
  private static func lostAddresses(
    of name: String, _ jail: JSONValue, _ capture: HostCapture
  ) -> [String] {
    let present = Set((jail["addresses"]?.strings ?? []).compactMap { IPAddress($0[...]) })
    let own = "jail_\(name)_ip="
    // what rc.conf(5) says of the same list wins
    let first = lines(of: "/etc/rc.conf", capture).filter { $0.hasPrefix(own) }
    let file = lines(of: "/usr/local/etc/ezjail/\(name)", capture)
      .compactMap { $0.hasPrefix("export ") ? $0.dropFirst(7) : nil }
    let others = file.filter {
      $0.hasPrefix("jail_") && $0.contains("_ip=") && !$0.hasPrefix(own) && present.isEmpty
    }
    let lists = (first.isEmpty ? file.filter { $0.hasPrefix(own) } : first) + others
    return lists.flatMap { list in
      list.drop { $0 != "=" }.split { " ,|=\"'".contains($0) }
        .filter { !$0.hasPrefix("255.") }.compactMap { IPAddress($0.prefix { $0 != "/" }) }
        .filter { !present.contains($0) }.map { "jail \(name) lacks \($0)" }
    }
  }

  private static func lines(of path: String, _ capture: HostCapture) -> [Substring] {
    guard case .file(let file)? = capture.entries[path] else { return [] }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
  }

  /// `em0 192.0.2.1` of a call of ifconfig(8) that names an address.
  private static func address(_ argv: [String]) -> String? {
    guard argv.first?.hasSuffix("ifconfig") == true, argv.count > 3,
      argv[2] == "inet" || argv[2] == "inet6"
    else { return nil }
    return "\(argv[1]) \(argv[3].prefix { $0 != "/" })"
  }

  private static func commands(_ document: JSONValue) -> [JSONValue] {
    guard case .array(let commands)? = document["commands"] else { return [] }
    return commands
  }

  private static func members(_ value: JSONValue?) -> [(String, JSONValue)] {
    guard case .object(let members)? = value else { return [] }
    return members.map { ($0.name, $0.value) }
  }
}
