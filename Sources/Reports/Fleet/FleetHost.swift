import HostModel
import Rules

/// A host among many: what is kept of it when the rest is let go.
package struct FleetHost: Sendable {
  /// What it was read from: the name of a file, or of the host itself.
  package let source: String
  /// The host's name, when its files tell.
  package let name: String?
  /// Whether its boot brings every jail back; `unknown` when it could not be read.
  package let verdict: Verdict
  /// Why it could not be read; nil when it was.
  package let problem: String?
  /// When it was read, in seconds since the first of January 1970; nil when that isn't known.
  package let taken: Int?
  /// Since when the verdict is what it is, as far as older states tell, in the same seconds.
  package var since: Int?
  /// How many jails there are by what becomes of them.
  let running, unknown, idle: Int
  /// The jails that will not start, by name.
  let failed: [String]
  /// How many findings there are by severity, the mildest first.
  let findings: [Int]
  /// Its addresses, for what several hosts have.
  let claims: [AddressClaim]
  /// The greater, the worse.
  private let rank: UInt64

  /// A host that was read.
  package init(source: String, _ assessment: Assessment, taken: Int?) {
    let forecast = assessment.forecast
    self.source = source
    name = forecast.hostName
    verdict = assessment.verdict
    problem = nil
    self.taken = taken
    running = assessment.running.count
    unknown = assessment.unknown.count
    idle = assessment.idle.count
    failed = assessment.failed.map { forecast.jails[$0].name }
    findings = Severity.allCases.map { severity in
      assessment.examination.count(of: severity)
    }
    claims = AddressClaim.all(of: forecast)
    rank = Self.rank(verdict, [failed.count] + findings.reversed(), wasRead: true)
  }

  /// A host that could not be read.
  package init(source: String, problem: String) {
    self.source = source
    self.problem = problem
    (name, taken) = (nil, nil)
    verdict = .unknown
    (running, unknown, idle) = (0, 0, 0)
    failed = []
    findings = Severity.allCases.map { _ in 0 }
    claims = []
    rank = Self.rank(verdict, findings + [0], wasRead: false)
  }

  /// How many jails there are.
  var jails: Int { running + failed.count + unknown + idle }

  /// How many findings have a severity.
  func count(_ severity: Severity) -> Int {
    Severity.allCases.firstIndex(of: severity).map { findings[$0] } ?? 0
  }

  /// Whether it comes before another in a list of what is worst.
  package func isWorse(than other: FleetHost) -> Bool {
    rank == other.rank ? source < other.source : rank > other.rank
  }

  /// The verdict before the jails that fail, and these before what is found, the worst first.
  private static func rank(_ verdict: Verdict, _ counts: [Int], wasRead: Bool) -> UInt64 {
    let place: UInt64
    switch verdict {
    case .notSafe: place = 4
    case .unknown: place = wasRead ? 2 : 3
    case .safeWithWarnings: place = 1
    case .safe: place = 0
    }
    return counts.reduce(place) { $0 << 15 | UInt64(min($1, 1 << 15 - 1)) }
  }
}
