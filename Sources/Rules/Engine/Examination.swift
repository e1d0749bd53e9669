package import HostModel
package import SourceText

/// All that the rules find on a host, the worst and widest first.
package struct Examination: Sendable {
  /// What was found and nobody silenced.
  package let findings: [Finding]
  /// What was found and is silenced.
  package let silenced: [SilencedFinding]
  /// How much of each network that a provider gave is in use.
  package let allocations: [AllocationUse]
  /// What people told of the host.
  package let settings: Settings

  /// - Parameters:
  ///   - rules: those to ask; all of them by default.
  ///   - settings: what people told of the host; by default what its own file says.
  ///   - today: the day on which suppressions may have expired; nil lets none.
  package init(
    _ forecast: BootForecast, capture: HostCapture, rules: [any Rule.Type] = ruleCatalogue,
    settings: Settings? = nil, today: Day? = nil
  ) {
    let settings = settings ?? Settings(capture)
    self.settings = settings
    var host = ExaminedHost(forecast, capture, settings: settings, today: today)
    var found: [Finding] = []
    for rule in rules where rule.turn == .first { found += rule.check(&host) }
    found += Self.unexplained(rules, &host, found)
    var (told, silenced) = host.suppressions.apply(to: found, capture)
    for rule in rules where rule.turn == .last { told += rule.check(&host) }
    findings = Self.sorted(told)
    self.silenced = silenced.sorted { $0.finding.severity > $1.finding.severity }
    allocations = settings.allocations.map { AllocationUse($0, &host) }
  }

  /// What fallback rules say of failures for which nothing else is a reason.
  private static func unexplained(
    _ rules: [any Rule.Type], _ host: inout ExaminedHost, _ found: [Finding]
  ) -> [Finding] {
    var fallback: [Finding] = []
    for rule in rules where rule.turn == .fallback { fallback += rule.check(&host) }
    guard !fallback.isEmpty else { return [] }
    let explained = found.reduce(into: Set<BadOutcome>()) {
      if $1.severity == .error { $0.formUnion($1.explains) }
    }
    return fallback.filter { !$0.explains.isSubset(of: explained) }
  }

  /// The worst first; of those the ones that take most down, causes before what they lead to, then
  /// by file and position.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity > b.severity }
      if a.isConsequence != b.isConsequence { return b.isConsequence }
      if a.reach != b.reach { return a.reach < b.reach }
      if let first = a.places.first?.place, let second = b.places.first?.place {
        if first.path != second.path { return first.path < second.path }
        if first.span.lower != second.span.lower { return first.span.lower < second.span.lower }
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}
