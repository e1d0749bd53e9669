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
  /// What starting jails takes from the host's own addresses.
  package let losses: HostLosses

  /// - Parameters:
  ///   - rules: those to ask; all of them by default.
  ///   - settings: what people told of the host; by default what its own file says.
  ///   - today: the day on which suppressions may have expired; nil lets none.
  ///   - colleague: asks a part of the rules of a large host; what is found is the same without.
  package init(
    _ forecast: BootForecast, capture: HostCapture, rules: [any Rule.Type] = ruleCatalogue,
    settings: Settings? = nil, today: Day? = nil, beside colleague: (any Colleague)? = nil
  ) {
    let settings = settings ?? Settings(capture)
    self.settings = settings
    var host = ExaminedHost(forecast, capture, settings: settings, today: today)
    var found = Self.first(rules.filter { $0.turn == .first }, &host, today, colleague)
    for list in found {
      for index in list.indices where list[index].severity == .error {
        host.explained.insert(list[index].explains)
      }
    }
    for rule in rules where rule.turn == .fallback {
      found.append(
        rule.check(&host).filter { !$0.explains.allSatisfy(host.explained.contains) })
    }
    found.append(host.findingsInside(rules))
    var silenced = host.suppressions.apply(to: &found, capture)
    for rule in rules where rule.turn == .last { found.append(rule.check(&host)) }
    findings = Self.sorted(found)
    silenced.sort { $0.finding.severity > $1.finding.severity }
    self.silenced = silenced
    losses = host.losses
    allocations = settings.allocations.map { AllocationUse($0, &host) }
  }

  /// How many of a severity were found.
  package func count(of severity: Severity) -> Int {
    // each is looked at where it is: a copy of a finding costs more than a hundred looks
    findings.indices.count { findings[$0].severity == severity }
  }

  /// Files of fewer bytes are looked through in less time than a thread takes to start.
  private static let leastSize = 1 << 18

  /// What rules find that need not know of each other: a list for each of the rules.
  private static func first(
    _ rules: [any Rule.Type], _ host: inout ExaminedHost, _ today: Day?,
    _ colleague: (any Colleague)?
  ) -> [[Finding]] {
    guard let colleague, host.capture.byteCount >= leastSize else {
      return rules.map { $0.check(&host) }
    }
    let (forecast, capture, settings) = (host.forecast, host.capture, host.settings)
    let reading = colleague.begin {
      var host = ExaminedHost(forecast, capture, settings: settings, today: today)
      let found = rules.map { $0.isAskedAside ? $0.check(&host) : [] }
      return (found: found, suppressions: host.suppressions, losses: host.losses)
    }
    var found = rules.map { $0.isAskedAside ? [] : $0.check(&host) }
    let read = reading()
    for index in rules.indices where rules[index].isAskedAside {
      found[index] = read.found[index]
    }
    host.suppressions = read.suppressions
    host.losses = read.losses
    return found
  }

  /// The worst first; of those the ones that take most down, causes before what they lead to, then
  /// by file and position.
  private static func sorted(_ found: [[Finding]]) -> [Finding] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(found.reduce(0) { $0 + $1.count })
    var files = FileNumbers()
    for list in found.indices {
      for offset in found[list].indices {
        let place = found[list][offset].places.first?.place
        ranks.append(
          Rank(
            weight: found[list][offset].weight, file: place.map { files.number(of: $0.path) } ?? -1,
            position: place?.span.lower ?? 0, list: list, offset: offset))
      }
    }
    let order = files.order
    for index in ranks.indices where ranks[index].file >= 0 {
      ranks[index].file = order[ranks[index].file]
    }
    ranks.sort()
    return ranks.map { found[$0.list][$0.offset] }
  }
}

extension Finding {
  /// Severity, consequence and reach in one number, which is less the earlier the finding comes.
  fileprivate var weight: Int {
    let severity =
      switch severity {
      case .error: 0
      case .warning: 1
      case .info: 2
      }
    return (severity * 2 + (isConsequence ? 1 : 0)) * 16 + reach.rawValue
  }
}

/// Numbers for paths as they come up: findings are compared many times, paths but once.
private struct FileNumbers {
  private var paths: [String] = []
  private var numbers: [String: Int] = [:]
  /// The one that was asked for last: most findings of a rule are about one file.
  private var latest: (path: String, number: Int)?

  mutating func number(of path: String) -> Int {
    if let latest, latest.path == path { return latest.number }
    let number = numbers[path] ?? paths.count
    if number == paths.count {
      numbers[path] = number
      paths.append(path)
    }
    latest = (path, number)
    return number
  }

  /// Where each file comes, by its number.
  var order: [Int] {
    var order = [Int](repeating: 0, count: paths.count)
    for (position, number) in paths.indices.sorted(by: { paths[$0] < paths[$1] }).enumerated() {
      order[number] = position
    }
    return order
  }
}

/// Where a finding stands among others, apart from it, so that sorting moves little.
private struct Rank: Comparable {
  let weight: Int
  /// The number of the file it is in, below zero for none, and where in that.
  var file: Int
  let position: Int
  /// The list it is in, and where in that.
  let list: Int
  let offset: Int

  static func < (left: Rank, right: Rank) -> Bool {
    if left.weight != right.weight { return left.weight < right.weight }
    if left.file >= 0, right.file >= 0 {
      if left.file != right.file { return left.file < right.file }
      if left.position != right.position { return left.position < right.position }
    }
    return (left.list, left.offset) < (right.list, right.offset)
  }
}
