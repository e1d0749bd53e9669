import SourceText
import TestHosts
import Testing

@testable import HostModel

/// Forecasts of edited files that take the network over from the one before.
struct NetworkStartTests {
  private static let facts = HostFacts(hardware: ["vtnet0"])

  private func host(_ changes: [String: String] = [:]) -> HostCapture {
    let files = [
      "/etc/rc.conf": """
      ifconfig_vtnet0="inet 192.0.2.10/24"
      ifconfig_vtnet0_alias0="inet 192.0.2.11/32"
      cloned_interfaces="lo1"
      jail_enable="YES"

      """,
      "/etc/jail.conf": """
      path = "/jails/$name"; persist;
      a { ip4.addr = "vtnet0|192.0.2.12/32"; }
      b { ip4.addr = "vtnet0|192.0.2.11/32"; }

      """,
      "/etc/sysctl.conf": "net.inet.ip.forwarding=1\n",
    ]
    return HostSketch(files.merging(changes) { $1 }).capture
  }

  private func forecast(_ capture: HostCapture, after earlier: BootForecast? = nil) -> BootForecast
  {
    forecastBoot(
      capture, facts: Self.facts, release: Release(major: 14, minor: 3), after: earlier,
      keepsNetwork: true)
  }

  private func summary(_ forecast: BootForecast) -> [String] {
    forecast.steps.map { "\($0.phase) \($0.commandLine): \($0.message) \($0.sources)" }
      + forecast.jails.map { "\($0.name): \($0.state) \($0.error ?? "")" }
      + forecast.interfaces.map { "\($0)" } + forecast.interfacesAfterNetif.map { "\($0)" }
      + forecast.files.shell.map(\.file.path) + forecast.files.jailConf.map(\.file.path)
      + forecast.console + forecast.wanted.sorted() + forecast.unknowns.map { "\($0)" }
  }

  private static let edits: [[String: String]] = [
    [:],
    ["/etc/jail.conf": "path = /jails/a; persist; a { ip4.addr = \"vtnet0|192.0.2.11\"; }\n"],
    ["/etc/jail.conf": "a { path = ; }\n"],
    ["/etc/rc.conf.d/jail": "jail_list=b\n"],
    ["/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.20/24\"\njail_enable=YES\n"],
    ["/etc/rc.conf": "exit\n"],
    ["/etc/rc.conf.d/netif": "ifconfig_vtnet0=\"inet 192.0.2.30/24\"\n"],
    ["/etc/rc.conf.local": "cloned_interfaces=\n"],
  ]

  @Test(arguments: edits)
  func `the forecast of edited files is the same without it`(_ edit: [String: String]) {
    let earlier = forecast(host())
    let edited = host(edit)
    #expect(summary(forecast(edited, after: earlier)) == summary(forecast(edited)))
    // and back again, from whatever was taken over
    let again = forecast(host(), after: forecast(edited, after: earlier))
    #expect(summary(again) == summary(earlier))
  }

  @Test func `it holds for what the network doesn't look at`() throws {
    let network = try #require(forecast(host()).network)
    func holds(_ changes: [String: String], _ release: Release = Release(major: 14, minor: 3))
      -> Bool
    {
      network.holds(for: BootHost(capture: host(changes), facts: Self.facts, release: release))
    }
    #expect(holds([:]))
    #expect(holds(["/etc/jail.conf": ""]))
    #expect(!holds(["/etc/rc.conf": ""]))
    #expect(!holds(["/etc/rc.conf.d/netif": ""]))
    #expect(!holds(["/etc/sysctl.conf": ""]))
    #expect(!holds([:], Release(major: 13, minor: 0)))
    #expect(forecastBoot(host()).network == nil)
  }

  @Test func `a file of jails that rc.conf reads, too, is looked at by the network`() {
    let reading = [
      "/etc/rc.conf": ". /etc/jail.conf\njail_enable=YES\n", "/etc/jail.conf": "a=1\n",
    ]
    let edited = reading.merging(["/etc/jail.conf": "ifconfig_vtnet0=\"inet 192.0.2.40/24\"\n"]) {
      $1
    }
    let earlier = forecast(host(reading))
    #expect(
      summary(forecast(host(edited), after: earlier)) == summary(forecast(host(edited))))
  }
}
