import ConfigSyntax
import DatabaseTables
import HostAccess
import HostModel
import Rules
import SourceText

/// A host that was read and the forecast made of it.
struct Inspection: Sendable {
  let capture: HostCapture
  let forecast: BootForecast
  let facts: HostFacts
  private let release: Release?
  /// Where what else the configuration names is read.
  private let source: any HostSource
  /// Who has another core; nobody where all are at work on other hosts.
  private let colleague: SecondCore?

  /// Reads a host and forecasts its boot; what the configuration names beyond the usual files is
  /// read until nothing is missing.
  ///
  /// - Parameter forEdits: it is to be analysed again with edits made.
  static func of(
    _ source: any HostSource, facts: HostFacts = HostFacts(), release: Release? = nil,
    live: LiveSource = .none, beside colleague: SecondCore? = SecondCore(), forEdits: Bool = false
  ) throws(HostAccessError) -> Inspection {
    var facts = facts
    let capture = try source.read(&facts, live: live)
    var colleague = colleague
    colleague?.byteCount = capture.byteCount
    let first = inspect(capture, facts, release, source, colleague, forEdits: forEdits)
    let missing = source.exists(first.forecast.matteringPaths.sorted()).filter { !$0.value }
    guard !missing.isEmpty else { return first }
    facts.missingPaths = Set(missing.keys)
    return inspect(first.capture, facts, release, source, colleague, forEdits: forEdits)
  }

  private static func inspect(
    _ capture: HostCapture, _ facts: HostFacts, _ release: Release?, _ source: any HostSource,
    _ colleague: SecondCore?, after earlier: BootForecast? = nil, forEdits: Bool = false
  ) -> Inspection {
    var capture = capture
    let again = { (capture: HostCapture) in
      forecastBoot(
        capture, facts: facts, release: release, beside: colleague, tables: SQLiteTables(),
        after: earlier, keepsNetwork: forEdits)
    }
    var forecast = again(capture)
    var rounds = 0
    // every round reads at least one file more, and include depth is bounded
    while !forecast.wanted.isEmpty || !forecast.wantedInside.isEmpty, rounds < 64 {
      if !forecast.wanted.isEmpty {
        source.collect(forecast.wanted.sorted(), inJailAt: nil, into: &capture)
      }
      for (jail, paths) in forecast.wantedInside {
        source.collect(paths.sorted(), inJailAt: jail, into: &capture)
      }
      forecast = again(capture)
      rounds += 1
    }
    return Inspection(
      capture: capture, forecast: forecast, facts: facts, release: release, source: source,
      colleague: colleague)
  }

  /// What the rules find, by the settings of the host and by those of the one who asks.
  func analyse(_ own: OwnSettings) -> Analysis {
    var capture = capture
    if let file = own.path { capture.entries[file] = own.entry }
    let paths = [Settings.hostPath] + [own.path].compactMap { $0 }
    return Analysis(
      forecast, capture, settings: Settings(capture, paths: paths),
      today: Day(sinceEpoch: daysSinceEpoch()), beside: colleague)
  }

  /// Works the same out for other bytes of the host's files.
  func reanalysis(_ own: OwnSettings) -> Reanalysis {
    { capture in
      Self.inspect(capture, facts, release, source, colleague, after: forecast).analyse(own)
    }
  }
}
