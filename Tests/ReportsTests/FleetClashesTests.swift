import HostModel
import Reports
import TestHosts
import Testing

/// What hosts have in common is told by the report, and what is shared on purpose isn't.
@Suite(.timeLimit(.minutes(15)))
struct FleetClashesTests {
  private static func lines(_ texts: [String], meant: [Prefix] = []) -> [String] {
    let hosts = texts.enumerated().map { index, text in
      let sketch = HostText(text + "\n== hardware: em0 em1").sketch
      return FleetHost(
        source: "h\(index + 1)", Assessment(sketch.forecast, sketch.capture), taken: nil)
    }
    let report = fleetReport(Fleet(hosts, meant: meant, now: 0), style: .plain, columns: 200)
    return report.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2)) }
  }

  @Test(arguments: [
    ("ifconfig_em0=\"inet 192.0.2.1/24\"", ["192.0.2.1: h1, h2"]),
    ("ifconfig_em0=\"inet6 2001:db8::1/64\"", ["2001:db8::1: h1, h2"]),
    ("cloned_interfaces=\"lo1\"\nifconfig_lo1=\"inet 192.0.2.1/32\"", []),
    ("ifconfig_lo0_alias0=\"inet 192.0.2.1/32\"", []),
    ("ifconfig_em0=\"inet6 fe80::1/64\"", []),
    ("ifconfig_em0=\"inet 192.0.2.1/24 vhid 1 pass x\"", []),
    ("# jailscope", []),
  ])
  func `an address of two hosts is told, unless it is each host's own`(
    _ text: String, _ expected: [String]
  ) {
    #expect(Self.lines([text, text]) == expected)
    #expect(Self.lines([text]).isEmpty)
  }

  @Test func `it is told which jail has it`() {
    let jail = """
      ifconfig_em0="inet 192.0.2.9/24"
      jail_enable="YES"
      == /etc/jail.conf
      www { path = /j; ip4.addr = "em0|192.0.2.1/24"; }
      """
    #expect(
      Self.lines([jail, "ifconfig_em0=\"inet 192.0.2.1/24\""]) == ["192.0.2.1: h1 (jail www), h2"])
  }

  @Test(arguments: [
    ("192.0.2.1/24", "192.0.2.2/25", ["192.0.2.0/25 on h2, /24 on h1"]),
    ("192.0.2.1/24", "192.0.2.130/25", ["192.0.2.128/25 on h2 is part of 192.0.2.0/24 on h1"]),
    ("192.0.2.1/24", "192.0.2.2/24", []), ("192.0.2.1/24", "192.0.2.2/32", []),
    ("192.0.2.1/25", "192.0.2.130/25", []), ("192.0.2.1/24", "198.51.100.1/23", []),
  ])
  func `a network that hosts see differently is told`(
    _ one: String, _ other: String, _ expected: [String]
  ) {
    let texts = [one, other].map { "ifconfig_em0=\"inet \($0)\"" }
    #expect(Self.lines(texts) == expected)
  }

  @Test func `one host that has both networks is let be, and so is what is meant`() throws {
    let both = "ifconfig_em0=\"inet 192.0.2.1/24\"\nifconfig_em1=\"inet 192.0.2.130/25\""
    #expect(Self.lines([both]).isEmpty)
    let meant = try #require(Prefix("192.0.2.0/24"))
    let texts = ["ifconfig_em0=\"inet 192.0.2.1/24\"", "ifconfig_em0=\"inet 192.0.2.1/25\""]
    #expect(Self.lines(texts).count == 2)
    #expect(Self.lines(texts, meant: [meant]).isEmpty)
  }
}
