package import HostModel
import SourceText

/// What a fix does, worked out by forecasting the edited files again.
package struct Proof: Sendable {
  /// Findings that the fix makes go away.
  package let fixed: [Finding]
  /// Findings that only the fix brings.
  package let new: [Finding]
  /// Findings about jails that don't start anyway, which another one hid so far: a start ends at the
  /// first thing that fails.
  package let revealed: [Finding]
  /// How many jails the next boot starts as the files are.
  package let startsBefore: Int
  /// How many it starts with the fix.
  package let startsAfter: Int
  /// Jails that start as the files are, and not with the fix.
  package let lostJails: [String]

  /// Where the one who asks stands, when the fix changes what the boot does there.
  package let touched: Standing?

  /// Compares a host with what an edit made of it.
  package init(_ before: Analysis, _ after: Analysis) {
    self.init(before, before.keyedFindings, after)
  }

  /// - Parameter findings: those of the host before.
  init(_ before: Analysis, _ findings: KeyedFindings, _ after: Analysis) {
    let difference = FindingDifference(findings, after.keyedFindings)
    fixed = difference.gone.filter { !$0.isAboutRunningHost }
    let come = difference.come.filter { !$0.isAboutRunningHost }
    let named = Set(come.flatMap(\.jails))
    let started = before.forecast.running(of: named).union(after.forecast.running(of: named))
    let isRevealed = { (finding: Finding) in
      !finding.jails.isEmpty && started.isDisjoint(with: finding.jails)
    }
    new = come.filter { !isRevealed($0) }
    revealed = come.filter(isRevealed)
    touched = before.forecast.standing.flatMap {
      $0.isTouched(before.forecast, after.forecast) ? $0 : nil
    }
    startsBefore = before.forecast.runningCount
    startsAfter = after.forecast.runningCount
    lostJails = before.forecast.jailsLost(in: after.forecast)
  }

  /// Nothing gets worse: no jail is lost, no finding but notes is new or comes to light, and what
  /// carries the connection of the one who asks is left alone.
  package var isClean: Bool {
    lostJails.isEmpty && touched == nil && !(new + revealed).contains { $0.severity > .info }
  }

  /// Nothing new fails.
  package var isSound: Bool {
    lostJails.isEmpty && !new.contains { $0.severity == .error }
  }
}

/// What tells a finding from others, whatever else in the files moves.
package struct FindingKey: Hashable, Sendable {
  private let rule: RuleName
  private let message: String
  private let jails: [String]
  private let file: String?

  package init(_ finding: Finding) {
    rule = finding.rule
    message = finding.message
    jails = finding.jails
    file = finding.places.first?.place.path
  }
}

extension BootForecast {
  fileprivate var runningCount: Int { jails.count { $0.state == .running } }

  /// Those of some jails that run.
  fileprivate func running(of names: Set<String>) -> Set<String> {
    guard !names.isEmpty else { return [] }
    return Set(jails.lazy.filter { $0.state == .running && names.contains($0.name) }.map(\.name))
  }

  /// Jails that run here and not in another forecast, by their names.
  fileprivate func jailsLost(in other: BootForecast) -> [String] {
    let running = zip(jails, 0...).filter { jail, index in
      // nearly all stand where they stood
      jail.state == .running
        && !(index < other.jails.count && other.jails[index].state == .running
          && other.jails[index].name == jail.name)
    }
    let names = Set(running.map(\.0.name))
    return names.subtracting(other.running(of: names)).sorted()
  }
}
