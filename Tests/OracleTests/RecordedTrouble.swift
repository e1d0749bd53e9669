import ConfigSyntax

/// What is bad about a recorded boot, read from the recording alone.
struct RecordedTrouble {
  /// A clause for each trouble; none for a boot that went well.
  private(set) var reasons: [String] = []

  init(_ document: JSONValue) {
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
