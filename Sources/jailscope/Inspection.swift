import ArgumentParser
import ConfigSyntax
import DemoHost
import HostAccess
import HostModel
import Reports
import Rules
import SourceText

/// A host that was read and the forecast made of it.
struct Inspection {
  let capture: HostCapture
  let forecast: BootForecast

  /// Reads a host and forecasts its boot; what the configuration names beyond the usual files is
  /// read until nothing is missing.
  ///
  /// - Parameter facts: the path of a file with facts about the host.
  static func ofHost(
    root: String, facts: String? = nil, release: Release? = nil
  ) throws -> Inspection {
    var facts = try Self.facts(facts)
    // below another root stand copies of the settings, and seldom the jails themselves
    facts.canLookUpPaths = root == "/" && facts.missingPaths == nil
    let collector = HostCollector(root: root)
    do throws(HostAccessError) {
      let capture = try collector.collectUsual()
      let first = inspect(capture, facts, release) { collector.collect($0, into: &$1) }
      let missing = collector.exists(first.forecast.matteringPaths.sorted()).filter { !$0.value }
      guard !missing.isEmpty else { return first }
      facts.missingPaths = Set(missing.keys)
      return inspect(first.capture, facts, release) { collector.collect($0, into: &$1) }
    } catch {
      complain(error.message)
      throw ExitCode(Verdict.unknown.exitCode)
    }
  }

  /// Forecasts the boot of the built-in host.
  static func ofDemoHost(_ release: Release?) -> Inspection {
    inspect(DemoHost.capture, HostFacts(hardware: ["vtnet0"]), release) { paths, capture in
      for path in paths { capture.entries[path] = .missing }
    }
  }

  private static func inspect(
    _ capture: HostCapture, _ facts: HostFacts, _ release: Release?,
    collect: ([String], inout HostCapture) -> Void
  ) -> Inspection {
    var capture = capture
    var forecast = forecastBoot(capture, facts: facts, release: release)
    var rounds = 0
    // every round reads at least one file more, and include depth is bounded
    while !forecast.wanted.isEmpty, rounds < 64 {
      collect(forecast.wanted.sorted(), &capture)
      forecast = forecastBoot(capture, facts: facts, release: release)
      rounds += 1
    }
    return Inspection(capture: capture, forecast: forecast)
  }

  private static func facts(_ path: String?) throws -> HostFacts {
    guard let path else { return HostFacts() }
    do {
      return try HostFacts(json: readFactsFile(path))
    } catch let error as HostAccessError {
      throw ValidationError(error.message)
    } catch let problem as JSONProblem {
      throw ValidationError(
        "cannot use \(escapeForTerminal(path)) as facts: \(problem.message) at byte \(problem.offset)"
      )
    }
  }

  /// Prints a report and ends with the verdict's exit code.
  func report(_ kind: ReportKind, asJSON: Bool = false) -> Never {
    let assessment = assess()
    let bytes = asJSON ? Self.json(kind, assessment) : Array(Self.text(kind, assessment).utf8)
    do throws(HostAccessError) {
      _ = try OutputStream.standardOutput.write(bytes)
    } catch {
      Self.complain(error.message)
      endProcess(70)
    }
    endProcess(assessment.verdict.exitCode)
  }

  /// What the rules find, with the settings of the host and of whoever asks.
  func assess() -> Assessment {
    var capture = capture
    var paths = [Settings.hostPath]
    if let own = Self.ownSettingsPath, let bytes = try? readFactsFile(own) {
      capture.entries[own] = .file(SourceFile(path: own, bytes: bytes))
      paths.append(own)
    }
    return Assessment(
      forecast, capture, settings: Settings(capture, paths: paths),
      today: Day(sinceEpoch: daysSinceEpoch()))
  }

  /// Where the settings of the one who asks are, by the XDG base directories.
  private static var ownSettingsPath: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return "\(folder)/jailscope/jailscope.toml"
    }
    return environment("HOME").map { "\($0)/.config/jailscope/jailscope.toml" }
  }

  private static func text(_ kind: ReportKind, _ assessment: Assessment) -> String {
    let isTerminal = OutputStream.standardOutput.isTerminal
    let wantsColor =
      isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    let style: TextStyle = wantsColor ? .colored : .plain
    // narrower than 40, no table can be read
    let columns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 < 40 ? nil : $0 } ?? 80
    switch kind {
    case .status: return statusReport(assessment, style: style)
    case .forecast: return forecastReport(assessment, style: style, columns: columns)
    case .show: return showReport(assessment, style: style, columns: columns)
    }
  }

  private static func json(_ kind: ReportKind, _ assessment: Assessment) -> [UInt8] {
    switch kind {
    case .status:
      var document = StatusJSON(assessment)
      return document.document()
    case .forecast:
      var document = ForecastJSON(assessment.forecast, capture: assessment.capture)
      return document.document()
    case .show:
      var document = ShowJSON(assessment)
      return document.document()
    }
  }

  private static func complain(_ message: String) {
    let line = Array("jailscope: \(escapeForTerminal(message))\n".utf8)
    // there is nowhere left to say that standard error is gone
    _ = try? OutputStream.standardError.write(line)
  }
}
