import SourceText
import TestHosts
import Testing

@testable import HostModel

/// The reading of a large jail.conf beside the forecast of the network.
struct EarlyReadingTests {
  private func host(
    jails: Int, rc: String = "", more: String = "", files: [String: String] = [:]
  ) -> HostSketch {
    let blocks = (0..<jails).map { number in
      "jail\(number) { ip4.addr = \"vtnet0|198.51.100.\(number % 250)\"; depend = jail0; }\n"
    }
    let main = [
      "/etc/rc.conf": """
      ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
      jail_enable="YES"
      \(rc)

      """,
      "/etc/jail.conf": "path = \"/jails/$name\";\npersist;\n" + more + blocks.joined(),
    ]
    return HostSketch(main.merging(files) { $1 })
  }

  private func summary(_ forecast: BootForecast) -> [String] {
    forecast.steps.map { "\($0.commandLine): \($0.message)" }
      + forecast.jails.map { "\($0.name): \($0.state) \($0.error ?? "")" }
      + forecast.files.jailConf.map(\.file.path) + forecast.files.problems.map(\.message)
      + forecast.console + forecast.wanted.sorted()
  }

  private static let hosts: [(rc: String, more: String, files: [String: String])] = [
    ("", "", [:]),
    ("jail_enable=NO", "", [:]),
    ("jail_list=\"jail3 jail7\"", "", [:]),
    ("jail_conf=\"/etc/other.conf\"", "", ["/etc/other.conf": "a { persist; path = /jails/a; }\n"]),
    ("", ".include \"/etc/more.conf\";\n", ["/etc/more.conf": "b { path = /jails/b; }\n"]),
    ("", ".include \"/etc/none.conf\";\n", [:]), ("", "c { path = ; }\n", [:]),
  ]

  @Test(arguments: hosts.indices)
  func `the forecast is the same without it`(_ index: Int) {
    let (rc, more, files) = Self.hosts[index]
    let sketch = host(jails: 1500, rc: rc, more: more, files: files)
    let assistant = Assistant()
    let forecast = forecastBoot(
      sketch.capture, facts: HostFacts(hardware: ["vtnet0"]), release: Release(major: 14, minor: 3),
      beside: assistant)
    #expect(assistant.errands == 1)
    #expect(summary(forecast) == summary(sketch.forecast))
  }

  @Test func `nobody is asked to read a small file`() {
    let sketch = host(jails: 3)
    let assistant = Assistant()
    _ = forecastBoot(sketch.capture, beside: assistant)
    #expect(assistant.errands == 0)
  }
}
