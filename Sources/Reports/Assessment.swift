import HostModel
import SourceText

/// The forecast counted once: what fails, what is lost, what can't be told.
struct Assessment {
  /// Indices of jails, by what becomes of them.
  private(set) var running: [Int] = []
  private(set) var failed: [Int] = []
  private(set) var unknown: [Int] = []
  private(set) var notStarted: [Int] = []
  /// Running jails with addresses that no interface has.
  private(set) var absent: [Int] = []
  /// Jails that nothing starts although their service runs.
  private(set) var forgotten: [Int] = []
  /// Indices of netif's steps that fail.
  private(set) var failedNetif: [Int] = []
  private(set) var failedSteps = 0
  let complaints: BootComplaints
  let losses: HostLosses
  let verdict: Verdict

  init(_ forecast: BootForecast) {
    complaints = BootComplaints(forecast)
    losses = HostLosses(forecast)
    var services: Set<JailDefinition.Kind> = []
    for (index, jail) in forecast.jails.enumerated() {
      switch jail.state {
      case .running: running.append(index)
      case .failed: failed.append(index)
      case .unknown: unknown.append(index)
      case .notStarted: notStarted.append(index)
      }
      if !jail.absentAddresses.isEmpty { absent.append(index) }
      if jail.state != .notStarted, let kind = jail.definition?.kind { services.insert(kind) }
    }
    for index in notStarted where Self.isForgotten(forecast.jails[index], services) {
      forgotten.append(index)
    }
    for (index, step) in forecast.steps.enumerated() where step.outcome == .failed {
      failedSteps += 1
      if step.phase == .netif { failedNetif.append(index) }
    }
    let hasWarnings =
      !losses.all.isEmpty || !absent.isEmpty || !forgotten.isEmpty || !failedNetif.isEmpty
      || !complaints.warnings.isEmpty
    if forecast.aborted != nil || !failed.isEmpty || !complaints.brokenFiles.isEmpty {
      verdict = .notSafe
    } else if !unknown.isEmpty || !forecast.unreadable.isEmpty || !forecast.wanted.isEmpty {
      verdict = .unknown
    } else {
      verdict = hasWarnings ? .safeWithWarnings : .safe
    }
  }

  /// Whether the service of a jail starts others but not this one, or complains about it; an
  /// ezjail file that ends in `.norun` is left out on purpose.
  private static func isForgotten(
    _ jail: JailForecast, _ services: Set<JailDefinition.Kind>
  ) -> Bool {
    guard let definition = jail.definition else { return true }
    if definition.place?.path.hasSuffix(".norun") == true { return false }
    return jail.error != nil || services.contains(definition.kind)
  }
}
