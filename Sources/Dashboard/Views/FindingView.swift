import CellGrid
import Phrases
import Reports
import Rules

/// One finding with all that is known of it: what and where, and beside or below it what the system
/// will do and why.
struct FindingView {
  private let state: DashboardState
  private let finding: Finding
  private let panes: [(region: Region, title: String, lines: ScrolledLines)]

  /// - Returns: nil when no finding is selected.
  init?(_ state: DashboardState, _ layout: Layout) {
    guard let finding = state.currentFinding else { return nil }
    self.state = state
    self.finding = finding
    let number = spoken("\(state.findings.selected + 1) of \(state.visible.findings.count)")
    let title = "\(finding.severity.letter)  \(finding.rule.text)  \(number)"
    let story = { (region: Region) in
      FindingStory(state: state, finding: finding, columns: Self.inner(region).columns)
    }
    if layout.tier == .wide {
      let (left, right) = layout.body.split(left: layout.body.columns * 11 / 20)
      panes = [
        (left, title, ScrolledLines(story(left).evidence, in: Self.inner(left))),
        (
          right, spoken("what comes of it"),
          ScrolledLines(story(right).course, in: Self.inner(right))
        ),
      ]
    } else {
      let region = layout.body
      panes = [(region, title, ScrolledLines(story(region).all, in: Self.inner(region)))]
    }
  }

  private static func inner(_ region: Region) -> Region {
    region.inset(rows: 1, columns: 2)
  }

  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    FindingView(state, layout)?.draw(on: &grid)
  }

  /// How far the detail can be scrolled.
  static func scrollLimit(_ state: DashboardState) -> Int {
    FindingView(state, Layout(state))?.panes.map(\.lines.scrollLimit).max() ?? 0
  }

  private func draw(on grid: inout CellGrid) {
    for (index, pane) in panes.enumerated() {
      grid.frame(pane.region, title: pane.title, isFocused: index == 0, state.glyphs)
      pane.lines.draw(from: state.detailScroll, on: &grid, state.glyphs)
    }
    if let first = panes.first {
      let inner = Self.inner(first.region)
      grid.cursor = CellGrid.Position(row: inner.row, column: inner.column)
    }
  }
}
