package import HostModel
package import Rules
package import SourceText

/// A host's forecast with what the rules find in it, counted once for every report.
package struct Assessment: Sendable {
  /// The files with the forecast and the findings.
  package let analysis: Analysis
  /// What the next boot does.
  package let forecast: BootForecast
  /// The host's files.
  package let capture: HostCapture
  /// What the rules found.
  package let examination: Examination
  /// Whether the boot brings every jail back.
  package let verdict: Verdict

  /// What runs beside what the files configure; nil when that isn't known.
  let comparison: LiveComparison?

  /// Indices of jails, by what becomes of them.
  package private(set) var running: [Int] = []
  /// Jails whose start is tried and fails, or is refused before it is tried.
  package private(set) var failed: [Int] = []
  /// Jails of which it can't be told.
  package private(set) var unknown: [Int] = []
  /// Jails that nothing starts.
  package private(set) var idle: [Int] = []
  /// How many commands fail.
  package private(set) var failedSteps = 0
  /// What jails take from the host.
  var losses: HostLosses { examination.losses }
  /// The first of the findings that are reasons for a jail's failure, by its name: the index.
  private let reasons: [String: Int]

  /// - Parameters:
  ///   - settings: what people told of the host; by default what its own file says.
  ///   - today: the day on which suppressions may have expired; nil lets none.
  package init(
    _ forecast: BootForecast, _ capture: HostCapture, settings: Settings? = nil, today: Day? = nil
  ) {
    self.init(Analysis(forecast, capture, settings: settings, today: today))
  }

  package init(_ analysis: Analysis) {
    self.analysis = analysis
    forecast = analysis.forecast
    capture = analysis.capture
    examination = analysis.examination
    comparison = LiveComparison(analysis.forecast)
    var reasons: [String: Int] = [:]
    let findings = examination.findings
    for index in findings.indices.reversed() where !findings[index].explains.isEmpty {
      for case .jail(let name) in findings[index].explains { reasons[name] = index }
    }
    self.reasons = reasons
    var counts = JailCounts()
    for index in forecast.jails.indices { counts.add(index, forecast) }
    (running, failed, unknown, idle) = (counts.running, counts.failed, counts.unknown, counts.idle)
    failedSteps = forecast.failedSteps.count
    verdict = Self.verdict(forecast, counts, examination)
  }

  private static func verdict(
    _ forecast: BootForecast, _ counts: JailCounts, _ examination: Examination
  ) -> Verdict {
    let fails = examination.findings.contains { $0.severity == .error }
    let warns = examination.findings.contains { $0.severity >= .warning }
    let isComplete =
      counts.unknown.isEmpty && forecast.unreadable.isEmpty && forecast.wanted.isEmpty
      && forecast.unknowns.isEmpty
    if forecast.aborted != nil || !counts.failed.isEmpty || fails { return .notSafe }
    if !isComplete { return .unknown }
    return warns ? .safeWithWarnings : .safe
  }

  /// The findings of a severity, in order.
  func findings(_ severity: Severity) -> ArraySlice<Finding> {
    // the worst come first
    let all = examination.findings
    let start = all.indices.first { all[$0].severity <= severity } ?? all.endIndex
    let end = all.indices[start...].first { all[$0].severity < severity } ?? all.endIndex
    return all[start..<end]
  }

  /// The severity of the worst finding; that of a note when there is none.
  package var worstSeverity: Severity { examination.findings.first?.severity ?? .info }

  /// The finding that best tells why a jail does not start.
  func reason(for jail: String) -> Finding? {
    reasons[jail].map { examination.findings[$0] }
  }

  /// What is wrong with the boot, a service or a file as a whole.
  var wideFindings: [Finding] {
    examination.findings.filter { $0.reach <= .file && $0.severity >= .warning }
  }
}

/// Jails by what becomes of them.
private struct JailCounts {
  var running: [Int] = []
  var failed: [Int] = []
  var unknown: [Int] = []
  var idle: [Int] = []

  mutating func add(_ index: Int, _ forecast: BootForecast) {
    let jail = forecast.jails[index]
    switch jail.state {
    case .running: running.append(index)
    case .unknown: unknown.append(index)
    case .failed where jail.error.map(forecast.isAboutUnreadable) == true: unknown.append(index)
    case .failed: failed.append(index)
    case .notStarted where jail.isRefused: failed.append(index)
    case .notStarted: idle.append(index)
    }
  }
}
