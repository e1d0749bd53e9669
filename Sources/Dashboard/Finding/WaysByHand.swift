import CellGrid
import Phrases
import Reports
import Rules

/// What a person can do about a finding that no way mends that could be proven, as its rule's page has
/// it.
struct WaysByHand {
  private let finding: Finding
  private let state: DashboardState

  init(_ finding: Finding, _ state: DashboardState) {
    self.finding = finding
    self.state = state
  }

  /// Why nothing is offered.
  var reason: StyledLine {
    let key = state.keys.keys(of: .explain).first?.name ?? "x"
    return StyledLine(
      spoken("there is no way to mend this that can be proven; \(key) tells what can be done"))
  }

  /// One way after another.
  func lines(_ columns: Int) -> [StyledLine] {
    (RulePage.named(finding.rule.text)?.waysOut ?? []).flatMap {
      StyledLine("- \($0)").wrapped(to: columns, indent: 2)
    }
  }
}
