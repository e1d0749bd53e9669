import CellGrid
import HostModel
import Reports
import Rules
import TestHosts
import Testing

/// Since when something is wrong with a host.
struct HostHistoryTests {
  private func host(_ alias: String, _ jail: String, release: Int = 14) -> HostSketch {
    HostSketch(
      [
        "/etc/rc.conf": """
        hostname="host.example.org"
        ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
        ifconfig_vtnet0_ipv6="inet6 2001:db8::1 prefixlen 64"
        \(alias)
        jail_enable="YES"

        """,
        "/etc/jail.conf": "exec.start = \"/bin/sh /etc/rc\";\ngit { \(jail) path = /; }\n",
      ], release: Release(major: release, minor: 0))
  }

  private func state(_ name: String, _ host: HostSketch) -> HistoricHost {
    HistoricHost(name: name, Assessment(host.forecast, host.capture))
  }

  private func report(_ now: HostSketch, _ older: [(String, HostSketch)]) -> [String] {
    var history = HostHistory(state("now", now)) { $0.severity == .error }
    for (name, host) in older { history.add(state(name, host)) }
    return historyReport(history, style: .plain).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  private let alias = #"ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64""#

  @Test func `names the state and the line that brought a finding`() {
    let bad = host(alias, #"ip6.addr = "vtnet0|2001:db8::3";"#)
    let good = host(alias, #"ip6.addr = "2001:db8::3";"#)
    #expect(
      report(bad, [("tuesday", bad), ("monday", good), ("sunday", host("", "ip6.addr = ::1;"))])
        == [
          "NOT BOOT-SAFE  host.example.org, FreeBSD 14.0",
          "so since tuesday; before that, in monday, it was BOOT-SAFE",
          "",
          "error: jail git asks for 2001:db8::3/128 by default on vtnet0, where the host",
          "    has /64 [prefix-length-conflict]",
          "  since tuesday, not in monday",
          "  /etc/jail.conf:2",
          #"  - git { ip6.addr = "2001:db8::3"; path = /; }"#,
          #"  + git { ip6.addr = "vtnet0|2001:db8::3"; path = /; }"#,
          "",
          "NOT BOOT-SAFE            2 states: tuesday to now",
          "BOOT-SAFE                2 states: sunday to monday",
        ])
  }

  @Test func `a change on either side of a conflict is the one that brought it`() throws {
    let jail = #"ip6.addr = "vtnet0|2001:db8::3";"#
    var history = HostHistory(state("now", host(alias, jail))) { $0.severity == .error }
    history.add(state("monday", host("", jail)))
    let origin = try #require(history.origins.first)
    #expect(origin.isWrittenThere)
    #expect(origin.changes.map(\.path) == ["/etc/rc.conf"])
  }

  @Test func `on a screen its lines stand for what they tell`() {
    let jail = #"ip6.addr = "vtnet0|2001:db8::3";"#
    var history = HostHistory(state("now", host(alias, jail))) { $0.severity == .error }
    history.add(state("monday", host("", jail)))
    let lines = historyPieces(history, columns: 80)
    #expect(lines.first?.first.map { "\($0.text) \($0.role)" } == "NOT BOOT-SAFE severityError")
    #expect(
      lines.joined().filter { $0.role == .diffAdd }.map(\.text) == ["  + \(alias)"])
    #expect(lines.last?.first?.role == .severityOK)
  }

  @Test func `what every state has is said to be as old as the oldest`() {
    let bad = host(alias, #"ip6.addr = "vtnet0|2001:db8::3";"#)
    let lines = report(bad, [("tuesday", bad), ("monday", bad)])
    #expect(lines.contains("  in every state, the oldest is monday"))
    #expect(lines[1] == "it was no different in any state there is")
  }

  @Test func `a finding that went and came again counts from when it came last`() throws {
    let bad = host(alias, #"ip6.addr = "vtnet0|2001:db8::3";"#)
    let good = host(alias, #"ip6.addr = "2001:db8::3";"#)
    var history = HostHistory(state("now", bad)) { $0.severity == .error }
    for (name, host) in [("c", good), ("b", bad), ("a", good)] { history.add(state(name, host)) }
    #expect(history.origins.map(\.since) == ["now"])
    #expect(history.runs.map(\.count) == [1, 1, 1, 1])
  }

  @Test func `a new release that makes something worse is told, and what else changed`() throws {
    let rc = #"ifconfig_vtnet0_alias0="inet 198.51.100.7""#
    var history = HostHistory(state("now", host(rc, "persist;", release: 15))) {
      $0.rule == "mask-missing"
    }
    history.add(state("monday", host(rc, "persist; allow.mount;", release: 14)))
    let origin = try #require(history.origins.first)
    #expect(origin.newRelease == Release(major: 15, minor: 0))
    #expect(!origin.isWrittenThere)
    #expect(origin.changes.map(\.path) == ["/etc/jail.conf"])
  }

  @Test func `nothing raw reaches the terminal`() {
    let raw = EscapingTests.raw
    let bad = host(alias, "ip6.addr = \"vtnet0|2001:db8::3\"; # \(raw)")
    let lines = report(bad, [(raw, host(alias, "ip6.addr = ::1; # \(raw)"))])
    #expect(lines.joined().unicodeScalars.contains { $0 == "\\" })
    #expect(
      lines.joined().unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
      })
  }
}
