import ConfigSyntax
import DatabaseTables
import DemoHost
import HostAccess
import HostModel
import Rules
import SourceText

/// A host that was read and the forecast made of it.
struct Inspection: Sendable {
  /// Reads paths of the host, or those of a jail whose root is given.
  private typealias Collection =
    @Sendable (
      _ paths: [String], _ jail: String?, inout HostCapture
    ) -> Void

  let capture: HostCapture
  let forecast: BootForecast
  private let facts: HostFacts
  private let release: Release?
  /// Reads what else the configuration names.
  private let collect: Collection

  /// Reads a host and forecasts its boot; what the configuration names beyond the usual files is
  /// read until nothing is missing.
  static func ofHost(
    root: String, facts: HostFacts = HostFacts(), release: Release? = nil,
    live source: LiveSource = .none
  ) throws(HostAccessError) -> Inspection {
    var facts = facts
    let running = try source.begin()
    // below another root stand copies of the settings, and seldom the jails themselves
    facts.canLookUpPaths = root == "/" && facts.missingPaths == nil
    let collector = HostCollector(root: root)
    let capture = try collector.collectUsual()
    expectHeap(forFilesOf: capture.byteCount)
    facts.live = running()
    let collect: Collection = { paths, jail, capture in
      if let jail {
        collector.collect(paths, inJailAt: jail, into: &capture)
      } else {
        collector.collect(paths, into: &capture)
      }
    }
    let first = inspect(capture, facts, release, collect: collect)
    let missing = collector.exists(first.forecast.matteringPaths.sorted()).filter { !$0.value }
    guard !missing.isEmpty else { return first }
    facts.missingPaths = Set(missing.keys)
    return inspect(first.capture, facts, release, collect: collect)
  }

  /// Forecasts the boot of the built-in host.
  static func ofDemoHost(_ release: Release?) -> Inspection {
    inspect(DemoHost.capture, HostFacts(hardware: ["vtnet0"]), release) { paths, jail, capture in
      for path in paths { capture.entries[(jail ?? "") + path] = .missing }
    }
  }

  private static func inspect(
    _ capture: HostCapture, _ facts: HostFacts, _ release: Release?,
    collect: @escaping Collection
  ) -> Inspection {
    var capture = capture
    let again = { (capture: HostCapture) in
      forecastBoot(
        capture, facts: facts, release: release, beside: SecondCore(), tables: SQLiteTables())
    }
    var forecast = again(capture)
    var rounds = 0
    // every round reads at least one file more, and include depth is bounded
    while !forecast.wanted.isEmpty || !forecast.wantedInside.isEmpty, rounds < 64 {
      if !forecast.wanted.isEmpty { collect(forecast.wanted.sorted(), nil, &capture) }
      for (jail, paths) in forecast.wantedInside { collect(paths.sorted(), jail, &capture) }
      forecast = again(capture)
      rounds += 1
    }
    return Inspection(
      capture: capture, forecast: forecast, facts: facts, release: release, collect: collect)
  }

  /// What the rules find, by the settings of the host and by those of the one who asks.
  func analyse(_ own: OwnSettings) -> Analysis {
    var capture = capture
    if let file = own.path { capture.entries[file] = own.entry }
    let paths = [Settings.hostPath] + [own.path].compactMap { $0 }
    return Analysis(
      forecast, capture, settings: Settings(capture, paths: paths),
      today: Day(sinceEpoch: daysSinceEpoch()), beside: SecondCore())
  }

  /// Works the same out for other bytes of the host's files.
  func reanalysis(_ own: OwnSettings) -> Reanalysis {
    { capture in
      Self.inspect(capture, facts, release, collect: collect).analyse(own)
    }
  }
}
