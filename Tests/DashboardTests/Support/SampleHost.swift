import DemoHost
import HostAccess
import HostModel
import Rules
import SourceText
import TestHosts

/// A host to look at in the dashboard.
struct SampleHost: Sendable {
  /// What it is called in the top bar.
  let place: String
  let analysis: Analysis
  /// Works it out for other bytes of its files.
  let reanalyse: Reanalysis

  /// The built-in host.
  static let demo = SampleHost(
    "demo host", DemoHost.capture, HostFacts(hardware: ["vtnet0"]), nil
  ) { paths, capture in
    for path in paths { capture.entries[path] = .missing }
  }

  /// A host of which two jails do not start, for the same reason.
  static let twice = written(
    """
    hostname="host.example.org"
    ifconfig_vtnet0="inet 192.0.2.10/24"
    ifconfig_vtnet0_ipv6="inet6 2001:db8::1/64"
    ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64"
    ifconfig_vtnet0_alias1="inet6 2001:db8::4 prefixlen 64"
    defaultrouter="192.0.2.1"
    jail_enable="YES"
    == hardware: vtnet0
    == /etc/jail.conf
    web { path = /; persist; ip6.addr = "vtnet0|2001:db8::3"; }
    git { path = /; persist; ip6.addr = "vtnet0|2001:db8::4"; }
    """)

  /// A host with one finding that there is one way to mend.
  static let emptyAlias = written(
    """
    hostname="host.example.org"
    ifconfig_vtnet0="inet 192.0.2.10/24"
    ifconfig_vtnet0_alias0=""
    ifconfig_vtnet0_alias1="inet 192.0.2.11/32"
    == hardware: vtnet0
    """)

  /// A host of `Tests/Fixtures/oracle/hand`.
  static func recorded(_ name: String) throws -> SampleHost {
    let folder = "\(fixtures)/oracle/hand/\(name)"
    let facts = try HostFacts(json: readOwnFile("\(folder)/host.json"))
    let collector = HostCollector(root: "\(folder)/root")
    return SampleHost(name, try collector.collectUsual(), facts, nil) {
      collector.collect($0, into: &$1)
    }
  }

  /// A host written as one text; see `HostText`.
  static func written(_ text: String) -> SampleHost {
    sketched(HostText(text).sketch)
  }

  static func sketched(_ sketch: HostSketch) -> SampleHost {
    SampleHost("sketch", sketch.capture, sketch.forecast.facts, sketch.forecast.release) {
      paths, capture in
      for path in paths { capture.entries[path] = .missing }
    }
  }

  private init(
    _ place: String, _ capture: HostCapture, _ facts: HostFacts, _ release: Release?,
    collect: @escaping @Sendable ([String], inout HostCapture) -> Void
  ) {
    self.place = place
    reanalyse = { capture in
      var capture = capture
      var forecast = forecastBoot(capture, facts: facts, release: release)
      var rounds = 0
      while !forecast.wanted.isEmpty, rounds < 64 {
        collect(forecast.wanted.sorted(), &capture)
        forecast = forecastBoot(capture, facts: facts, release: release)
        rounds += 1
      }
      return Analysis(forecast, capture)
    }
    analysis = reanalyse(capture)
  }

  /// Where files for tests are.
  static let fixtures =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Fixtures"
}
