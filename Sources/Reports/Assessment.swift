package import HostModel
import SourceText

/// The forecast counted once: what fails, what is lost, what can't be told.
package struct Assessment {
  /// Indices of jails, by what becomes of them.
  private(set) var running: [Int] = []
  /// Jails whose start is tried and fails, or is refused before it is tried.
  private(set) var failed: [Int] = []
  private(set) var unknown: [Int] = []
  /// Jails that nothing starts.
  private(set) var idle: [Int] = []
  /// Those of them whose service starts others.
  private(set) var forgotten: [Int] = []
  /// Running jails with addresses that no interface has.
  private(set) var absent: [Int] = []
  /// Indices of netif's steps that fail.
  private(set) var failedNetif: [Int] = []
  private(set) var failedSteps = 0
  /// Addresses over which host and jail disagree without meeting at boot.
  private(set) var conflicts: [LengthConflict] = []
  let complaints: BootComplaints
  let losses: HostLosses
  /// What it comes to.
  package let verdict: Verdict

  package init(_ forecast: BootForecast) {
    losses = HostLosses(forecast)
    complaints = BootComplaints(forecast)
    var services: Set<JailDefinition.Kind> = []
    for index in forecast.jails.indices {
      let jail = forecast.jails[index]
      if jail.state != .notStarted, let kind = jail.definition?.kind { services.insert(kind) }
      if !jail.absentAddresses.isEmpty { absent.append(index) }
      switch jail.state {
      case .running: running.append(index)
      case .unknown: unknown.append(index)
      case .failed where jail.error.map(forecast.isAboutUnreadable) == true: unknown.append(index)
      case .failed: failed.append(index)
      case .notStarted where jail.isRefused: failed.append(index)
      case .notStarted: idle.append(index)
      }
    }
    for index in idle where Self.isForgotten(forecast.jails[index], services) {
      forgotten.append(index)
    }
    for index in forecast.steps.indices where forecast.steps[index].outcome == .failed {
      failedSteps += 1
      if forecast.steps[index].phase == .netif { failedNetif.append(index) }
    }
    conflicts = LengthConflict.all(forecast, idle: idle)
    let hasWarnings =
      !losses.all.isEmpty || !absent.isEmpty || !forgotten.isEmpty || !failedNetif.isEmpty
      || !complaints.warnings.isEmpty || !conflicts.isEmpty || !forecast.ignored.isEmpty
    let isComplete =
      unknown.isEmpty && forecast.unreadable.isEmpty && forecast.wanted.isEmpty
      && forecast.unknowns.isEmpty
    if forecast.aborted != nil || !failed.isEmpty || !complaints.failures.isEmpty {
      verdict = .notSafe
    } else if !isComplete {
      verdict = .unknown
    } else {
      verdict = hasWarnings ? .safeWithWarnings : .safe
    }
  }

  /// An ezjail file that ends in `.norun` is left out on purpose.
  private static func isForgotten(
    _ jail: JailForecast, _ services: Set<JailDefinition.Kind>
  ) -> Bool {
    guard let definition = jail.definition else { return true }
    if definition.place?.path.hasSuffix(".norun") == true { return false }
    return jail.error != nil || services.contains(definition.kind)
  }
}

extension JailForecast {
  /// A service was asked to start the jail and would not (rc.d/jail, parse_options; ezjail.sh).
  var isRefused: Bool {
    guard state == .notStarted, let error else { return false }
    return error.contains("WARNING: Invalid configuration for ")
      || error.contains("Warning: root directory ")
  }
}
