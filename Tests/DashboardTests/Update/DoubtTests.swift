import HostModel
import Reports
import Rules
import Testing

@testable import Dashboard

/// Jails of which it can't be told whether they start.
struct DoubtTests {
  /// Nobody tells whether the host has em7.
  private static let host = SampleHost.written(
    """
    hostname="host.example.org"
    ifconfig_vtnet0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    web { path = /; persist; ip4.addr = "vtnet0|192.0.2.11/32"; }
    mail { path = /; persist; interface = em7; ip4.addr = 192.0.2.60; }
    db { path = /; persist; interface = em8; ip4.addr = 192.0.2.61; }
    """)
  private static let reason = "it can't be told: whether the host has em7 is not known"

  @Test func `their commands are unknown in the boot, with the reason`() throws {
    var desk = Desk(Self.host)
    desk.press("3")
    #expect(desk.line(with: "ifconfig em7 inet")?.contains("unknown") == true)
    #expect(desk.line(with: "ifconfig vtnet0 inet 192.0.2.11")?.contains("ok") == true)
    desk.press("j")
    #expect(desk.line(with: "unknown   whether the host has em7 is not known") != nil)
    #expect(desk.line(with: "192.0.2.60/32  mail ?") != nil)
  }

  @Test func `the forecast itself has what follows if it is so`() {
    let forecast = Self.host.analysis.forecast
    #expect(forecast.steps.allSatisfy { $0.outcome == .ok })
    #expect(Set(forecast.doubtfulSteps.values).count == 2)
    #expect(forecast.doubtfulSteps.keys.allSatisfy { forecast.steps[$0].jail != "web" })
  }

  @Test func `only problems shows them`() {
    var desk = Desk(Self.host)
    desk.press("o")
    #expect(desk.state.visible.net.count == 2)
    desk.press("3")
    #expect(desk.line(with: "ifconfig em7 inet") != nil)
    #expect(desk.line(with: "jail mail") != nil)
    #expect(desk.line(with: "jail web") == nil)
  }

  @Test func `the first one is selected, and n goes from one to the next`() {
    var desk = Desk(Self.host)
    let jail = { (desk: Desk) in desk.state.currentRow.flatMap(desk.state.shown.jail)?.name }
    #expect(desk.state.shown.findings.isEmpty)
    #expect(jail(desk) == "mail")
    desk.press("n")
    #expect(jail(desk) == "db")
    desk.press("n")
    #expect(jail(desk) == "mail")
    desk.press("N", "3")
    #expect(desk.line(with: "▶ jail db") != nil)
    desk.press("n")
    #expect(desk.line(with: "▶ jail mail") != nil)
    desk.press("4", "n", "n")
    #expect(desk.state.mapAddress == IPAddress("192.0.2.61"))
  }

  @Test(arguments: [("x", "explain"), ("f", "fix"), ("Enter", "open")])
  func `what needs a finding tells the reason`(key: String, title: String) {
    var desk = Desk(Self.host)
    desk.press(key)
    #expect(desk.state.said == "\(title): \(Self.reason)")
    desk.press("3", key)
    if key != "x" { #expect(desk.state.said == "\(title): \(Self.reason)") }
  }

  @Test func `with only one place to go to n says so`() {
    var desk = Desk(.demo)
    desk.press("n")
    #expect(desk.state.said == "there is nothing else to go to")
  }

  @Test func `what can't be told of the files is no clean boot`() {
    var desk = Desk(
      .written(
        """
        ifconfig_vtnet0="inet 192.0.2.10/24"
        hostname=$(/usr/local/bin/name)
        == hardware: vtnet0
        """))
    desk.press("3", "o")
    #expect(desk.state.shown.assessment.verdict == .unknown)
    #expect(!desk.shows("nothing of it fails"))
  }
}
