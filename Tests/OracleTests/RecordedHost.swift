import ConfigSyntax
import DatabaseTables
import Foundation
import HostAccess
import HostModel
import Reports
import Rules
import SourceText
import Testing

/// A host of `Tests/Fixtures/oracle`, with the boots that were recorded of it.
struct RecordedHost: Sendable, CustomTestStringConvertible {
  /// The code whose boot was recorded.
  enum Recording: String, CaseIterable, CustomTestStringConvertible {
    case newest = "expected.json"
    case twelve = "expected-12.json"

    var testDescription: String {
      switch self {
      case .newest: "newest"
      case .twelve: "12.2"
      }
    }

    /// Nil forecasts for the newest release, as these hosts don't name theirs.
    fileprivate var release: Release? { self == .newest ? nil : Release(major: 12, minor: 2) }
  }

  let name: String
  private let folder: String

  var testDescription: String { name }

  static let hand = hosts(in: "hand")
  static let random = hosts(in: "random")
  /// Those of both that a test takes which needs long for each: the random ones are much alike, so one
  /// in five of them, or all with `JAILSCOPE_ALL_HOSTS` set.
  static let sample =
    ProcessInfo.processInfo.environment["JAILSCOPE_ALL_HOSTS"] == nil
    ? hand + random.enumerated().filter { $0.offset % 5 == 0 }.map(\.element) : hand + random

  private static func hosts(in group: String) -> [RecordedHost] {
    let fixtures =
      #filePath.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
      + "/Fixtures/oracle"
    var capture = HostCapture()
    HostCollector(root: fixtures).collect([group], into: &capture)
    guard case .directory(let names)? = capture.entries[group] else { return [] }
    return names.map { RecordedHost(name: $0, folder: "\(fixtures)/\(group)/\($0)") }
  }

  func recorded(_ recording: Recording) throws -> BootOutcome {
    BootOutcome(try document(recording))
  }

  /// The recording itself.
  func document(_ recording: Recording) throws -> JSONValue {
    try parseJSON(readOwnFile("\(folder)/\(recording.rawValue)"))
  }

  /// What the JSON report forecasts.
  func forecast(_ recording: Recording) throws -> BootOutcome {
    let (forecast, capture) = try inspect(recording)
    var document = ForecastJSON(forecast, capture: capture)
    return BootOutcome(try parseJSON(document.document()))
  }

  /// The forecast, after everything the configuration names was read, and the files.
  func inspect(_ recording: Recording) throws -> (BootForecast, HostCapture) {
    let collector = HostCollector(root: root)
    let analysis = try Self.forecast(
      collector.collectUsual(), try facts, recording.release, collector)
    return (analysis.forecast, analysis.capture)
  }

  /// The directory with the host's files.
  var root: String { "\(folder)/root" }

  /// The forecast for other facts than were recorded.
  func forecast(_ recording: Recording, _ facts: HostFacts) throws -> BootForecast {
    let collector = HostCollector(root: root)
    return Self.forecast(try collector.collectUsual(), facts, recording.release, collector).forecast
  }

  /// What was told of it besides its files.
  var facts: HostFacts {
    get throws { try HostFacts(json: readOwnFile("\(folder)/host.json")) }
  }

  static func forecast(
    _ capture: HostCapture, _ facts: HostFacts, _ release: Release?, _ collector: HostCollector
  ) -> Analysis {
    var capture = capture
    var forecast = forecastBoot(
      capture, facts: facts, release: release, tables: SQLiteTables())
    var rounds = 0
    while !forecast.wanted.isEmpty || !forecast.wantedInside.isEmpty, rounds < 64 {
      rounds += 1
      for (root, paths) in forecast.wantedInside {
        collector.collect(paths.sorted(), inJailAt: root, into: &capture)
      }
      collector.collect(forecast.wanted.sorted(), into: &capture)
      forecast = forecastBoot(
        capture, facts: facts, release: release, tables: SQLiteTables())
    }
    if rounds == 64 { Issue.record("the forecast still wants \(forecast.wanted.sorted())") }
    return Analysis(forecast, capture)
  }
}
