import CellGrid
import Reports
import Rules

/// The ways to mend one finding, with the diff and the proof of the selected one.
struct ChooserView {
  private let chooser: Chooser
  private let state: DashboardState
  private let panes: ChoicePanes
  private let head: [StyledLine]
  private let change: ScrolledLines

  init(_ chooser: Chooser, _ state: DashboardState, _ region: Region) {
    self.chooser = chooser
    self.state = state
    let lines = { (columns: Int) in Self.head(chooser, state, columns) }
    panes = ChoicePanes(region, isWide: state.isWide, wanted: { lines($0).count })
    head = lines(panes.list.columns - 4)
    let diff =
      chooser.ways.map {
        WaysList($0, selected: chooser.selected, state).diff(of: state.staged.current)
      } ?? []
    change = ScrolledLines(diff, in: panes.change.inset(rows: 1, columns: 2))
  }

  var scrollLimit: Int { change.scrollLimit }

  func draw(on grid: inout CellGrid) {
    grid.fill(panes.list)
    grid.fill(panes.change)
    let title = "fix  \(chooser.finding.rule.text)"
    let inner = grid.frame(panes.list, title: title, isFocused: true, state.glyphs)
      .inset(columns: 1)
    grid.put(head, in: inner, state.glyphs)
    grid.frame(panes.change, title: "what way \(chooser.selected + 1) changes", state.glyphs)
    change.draw(from: chooser.scroll, on: &grid, state.glyphs)
    if let row = head.firstIndex(where: {
      $0.pieces.first?.role == .selectionMark && $0.text.hasPrefix(state.glyphs[.mark])
    }) {
      grid.cursor = CellGrid.Position(row: inner.row + row, column: inner.column)
    }
  }

  private static func head(
    _ chooser: Chooser, _ state: DashboardState, _ columns: Int
  ) -> [StyledLine] {
    let finding = chooser.finding
    var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
    line.append(finding.message)
    let head = line.wrapped(to: columns, indent: 2) + [StyledLine()]
    guard let ways = chooser.ways else {
      return head + [StyledLine("working out the ways and their proofs", .textDim)]
    }
    if ways.isEmpty {
      let text = "there is no way to mend this that can be proven; x tells what can be done"
      return head + StyledLine(text, .fixManual).wrapped(to: columns)
    }
    return head
      + WaysList(ways, selected: chooser.selected, state).lines(
        columns: columns, isOpen: state.isWide)
  }
}
