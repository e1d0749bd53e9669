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
    let difference = FindingDifference(before.examination.findings, after.examination.findings)
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
    (startsBefore, startsAfter, lostJails) = Self.starts(before.forecast, after.forecast)
  }

  /// How many jails start before and after, and which start before alone.
  private static func starts(
    _ before: BootForecast, _ after: BootForecast
  ) -> (before: Int, after: Int, lost: [String]) {
    let (old, new) = (before.jails, after.jails)
    var (startsBefore, startsAfter) = (0, 0)
    var moved: Set<String> = []
    for index in 0..<max(old.count, new.count) {
      let starts = index < old.count && old[index].state == .running
      let stillStarts = index < new.count && new[index].state == .running
      startsBefore += starts ? 1 : 0
      startsAfter += stillStarts ? 1 : 0
      // nearly all stand where they stood
      if starts, !stillStarts || new[index].name != old[index].name {
        moved.insert(old[index].name)
      }
    }
    return (startsBefore, startsAfter, moved.subtracting(after.running(of: moved)).sorted())
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

/// What tells a finding from others, whatever else in the files moves: what it says, and of what file.
package struct FindingKey: Hashable, Sendable {
  private let rule: RuleName
  /// Nil where the rest tells what the message says.
  private let message: String?
  private let particulars: Finding.Particulars?
  private let jails: [String]
  private let addresses: [IPAddress]
  private let file: String?

  package init(_ finding: Finding) {
    rule = finding.rule
    particulars = finding.particulars
    message = particulars == nil ? finding.message : nil
    jails = finding.jails
    addresses = particulars == nil ? [] : finding.addresses
    file = finding.places.first?.place.path
  }
}

extension BootForecast {
  /// Those of some jails that run.
  fileprivate func running(of names: Set<String>) -> Set<String> {
    guard !names.isEmpty else { return [] }
    return Set(jails.lazy.filter { $0.state == .running && names.contains($0.name) }.map(\.name))
  }
}
