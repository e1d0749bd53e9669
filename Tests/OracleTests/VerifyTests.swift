import ConfigSyntax
import HostModel
import LiveState
import Reports
import Testing

/// Forecasts beside recorded boots, as `verify` sees them: the console's log and what runs afterwards.
struct VerifyTests {
  private static let hosts = (RecordedHost.hand + RecordedHost.random).filter {
    Exemption($0, .newest) == nil
  }

  @Test(arguments: hosts)
  func `a boot that is recorded agrees with its forecast`(_ host: RecordedHost) throws {
    let recording = Recording(try host.document(.newest))
    var facts = try host.facts
    facts.live = recording.live
    let forecast = try host.forecast(.newest, facts)
    let agreement = BootAgreement(forecast, log: recording.log)
    let differing = agreement.items.filter {
      if case .differs = $0.verdict { true } else { false }
    }
    #expect(differing.map { "\($0.kind) \($0.what): \($0.verdict)" } == [])
    #expect(agreement.agreeing > 0)
  }

  /// Hosts of which something else is printed than is forecast: words that are taken for programs,
  /// which may be there; a path with two slashes; jails in another order; what jail(8) says of options.
  private static let otherConsoles: Set<String> = [
    "ez-syntax-error", "jc-numeric-name", "rc-bom", "rc-dotted-name", "rc-export-and-dashes",
    "rc-missing-quote-even", "rc-spaces-equals", "rc-trailing-comment",
  ]

  @Test(arguments: hosts)
  func `what a boot printed is what was forecast`(_ host: RecordedHost) throws {
    let recorded = try host.document(.newest)["boot"]?["console"]?.strings
    let forecast = try host.forecast(.newest, host.facts).console
    #expect((forecast == recorded) == !Self.otherConsoles.contains(host.name))
  }

  @Test func `another boot than the forecast's is told apart`() throws {
    let host = try #require(Self.hosts.first { $0.name == "jc-cloned-renamed" })
    let recording = Recording(try host.document(.newest))
    var facts = try host.facts
    facts.live = recording.live
    facts.live?.jails = []
    let forecast = try host.forecast(.newest, facts)
    let log = BootLog(
      path: recording.log.path,
      lines: recording.log.lines.filter { !$0.hasPrefix("ifconfig: ") }
        + ["jail: a: /sbin/ifconfig jails inet 10.9.0.2 netmask 255.255.255.255 alias: failed"])
    let differing = BootAgreement(forecast, log: log).items.compactMap { item in
      if case .differs(let instead) = item.verdict { "\(item.what): \(instead)" } else { nil }
    }
    let failed = "jail: a: /sbin/ifconfig jails inet 10.9.0.2 netmask 255.255.255.255 alias: failed"
    #expect(
      differing == [
        "/sbin/ifconfig jails inet 10.9.0.2 netmask 255.255.255.255 alias: the console has: "
          + failed,
        "/sbin/ifconfig lo1 inet 10.9.0.3 netmask 255.255.255.255 alias: the console doesn't have: "
          + "ifconfig: interface lo1 does not exist",
        "\(failed): printed", "a: the console has: \(failed)",
      ])
    #expect(VerifyOutcome(BootAgreement(forecast, log: log)).exitCode == 2)
  }

  @Test func `nothing tells of a boot without a log and a running host`() throws {
    let host = try #require(Self.hosts.first)
    let agreement = BootAgreement(try host.forecast(.newest, host.facts), log: nil)
    #expect(agreement.agreeing == 0)
    #expect(agreement.differing == 0)
    #expect(VerifyOutcome(agreement).exitCode == 3)
  }
}

/// A recorded boot as files and commands of the host would tell of it.
private struct Recording {
  let log: BootLog
  let live: LiveHost

  init(_ document: JSONValue) {
    let console = (document["boot"]?["console"]?.strings ?? []).joined(separator: "\n")
    let lines = console.split(separator: "\n", omittingEmptySubsequences: false)
    let text =
      "Nov 28 10:00:00 host kernel: ---<<BOOT>>---\nNov 28 10:00:00 host kernel: Setting hostname:\n"
      + lines.map { "Nov 28 10:00:07 host kernel: \($0)\n" }.joined()
    log = parseBootLog(Array(text.utf8), path: "/var/log/console.log")
    live = LiveHost([.ifconfig: Self.ifconfig(document), .jls: Self.jls(document)])
  }

  private static func members(_ value: JSONValue?) -> [(name: String, value: JSONValue)] {
    if case .object(let members)? = value { members } else { [] }
  }

  private static func ifconfig(_ document: JSONValue) -> [UInt8] {
    var text = ""
    for (name, interface) in members(document["interfaces"]) {
      let kind = DriverName(name).isPointToPoint ? "POINTOPOINT" : "BROADCAST"
      text += "\(name): flags=8843<UP,\(kind),RUNNING> metric 0 mtu 1500\n"
      for family in ["inet", "inet6"] {
        for address in interface[family]?.strings ?? [] { text += "\t\(family) \(address)\n" }
      }
    }
    return Array(text.utf8)
  }

  private static func jls(_ document: JSONValue) -> [UInt8] {
    var text = ""
    for (number, (name, jail)) in members(document["jails"]).enumerated() {
      guard jail["state"] == .string("running") else { continue }
      let vnet = jail["vnet"] == .bool(true) ? "new" : "inherit"
      text += "jid=\(number + 1) name=\(name) path=/ vnet=\(vnet)\n"
    }
    return Array(text.utf8)
  }
}
