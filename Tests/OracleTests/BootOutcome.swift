import ConfigSyntax

/// What is asked of a boot, answered from a recording or from a JSON report: they share the names
/// of the members that are read.
struct BootOutcome {
  enum Question: String, CaseIterable {
    case rcAborts = "rc aborts"
    case netifCommands = "netif commands"
    case netifAddresses = "addresses after netif"
    case jailCommands = "jail commands"
    case jailStates = "jail states"
    case failedCommands = "failed commands"
    case errors = "errors"
    case finalAddresses = "final addresses"
  }

  /// An answer as lines, in the order of the boot where that counts, else sorted.
  private var answers: [Question: [String]] = [:]

  init(_ document: JSONValue) {
    answers = [
      .rcAborts: [(document["boot"]?["rc_exit"] ?? .number("0")) == .number("0") ? "no" : "yes"],
      .netifCommands: Self.commands(document, phase: "netif"),
      .netifAddresses: Self.addresses(document["interfaces_after_netif"]),
      .jailCommands: Self.commands(document, phase: "jail"),
      .jailStates: Self.jails(document, "state"),
      .failedCommands: Self.jails(document, "failed_command"),
      .errors: Self.jails(document, "error"),
      .finalAddresses: Self.addresses(document["interfaces"]),
    ]
  }

  subscript(question: Question) -> [String] { answers[question] ?? [] }

  /// The calls of ifconfig(8) on the host, and of each whether it succeeded and what it said.
  private static func commands(_ document: JSONValue, phase: String) -> [String] {
    guard case .array(let commands)? = document["commands"] else { return ["no commands"] }
    return commands.compactMap { command in
      let argv = command["argv"]?.strings ?? []
      guard command["phase"] == .string(phase), command["injail"] != .bool(true),
        argv.first?.split(separator: "/").last == "ifconfig"
      else { return nil }
      let status = command["status"] ?? .null
      let outcome = [.null, .number("0")].contains(status) ? "ok" : "failed"
      let jail = phase == "jail" ? "\(text(command["jail"]) ?? "no jail"): " : ""
      return "\(jail)\(argv) \(outcome) \(trimmed(text(command["stderr"]) ?? ""))"
    }
  }

  /// The interfaces that have addresses.
  private static func addresses(_ interfaces: JSONValue?) -> [String] {
    members(interfaces).compactMap { name, interface in
      let inet = interface["inet"]?.strings.sorted() ?? []
      let inet6 = interface["inet6"]?.strings.sorted() ?? []
      return inet.isEmpty && inet6.isEmpty ? nil : "\(name): \(inet) \(inet6)"
    }.sorted()
  }

  private static func jails(_ document: JSONValue, _ member: String) -> [String] {
    members(document["jails"]).compactMap { name, jail in
      guard let text = text(jail[member]), !text.isEmpty else { return nil }
      return "\(name): \(text)"
    }.sorted()
  }

  private static func members(_ value: JSONValue?) -> [String: JSONValue] {
    guard case .object(let members)? = value else { return [:] }
    return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
