import CellGrid
import Reports
import Rules

/// The guided session: one finding, its ways, and what each changes.
struct GuidedView {
  private let session: GuidedSession
  private let state: DashboardState
  private let panes: ChoicePanes
  private let head: [StyledLine]
  private let change: ScrolledLines

  init(_ session: GuidedSession, _ state: DashboardState, _ region: Region) {
    self.session = session
    self.state = state
    let lines = { (columns: Int) in Self.head(session, state, columns) }
    panes = ChoicePanes(region, isWide: state.isWide, wanted: { lines($0).count })
    head = lines(panes.list.columns - 4)
    var diff: [StyledLine] = []
    if let guide = session.guide, let question = guide.question {
      diff = WaysList(question.ways, selected: session.selected, state)
        .diff(of: guide.session.current)
    }
    change = ScrolledLines(diff, in: panes.change.inset(rows: 1, columns: 2))
  }

  var scrollLimit: Int { change.scrollLimit }

  func draw(on grid: inout CellGrid) {
    grid.fill(panes.list)
    grid.fill(panes.change)
    let inner = grid.frame(panes.list, title: title, isFocused: true, state.glyphs)
      .inset(columns: 1)
    grid.put(head, in: inner, state.glyphs)
    if panes.isSideBySide { drawAnswers(below: head.count + 1, in: inner, on: &grid) }
    grid.frame(panes.change, title: "what way \(session.selected + 1) changes", state.glyphs)
    change.draw(from: session.scroll, on: &grid, state.glyphs)
    grid.cursor = CellGrid.Position(row: inner.row, column: inner.column)
  }

  private var title: String {
    let number = session.guide?.number ?? session.answered.count + 1
    let chosen = session.guide?.session.chosen.count ?? 0
    return "session  finding \(number)  chosen \(chosen)"
  }

  private static func head(
    _ session: GuidedSession, _ state: DashboardState, _ columns: Int
  ) -> [StyledLine] {
    guard let guide = session.guide, let question = guide.question else {
      return [StyledLine("working out the ways and their proofs", .textDim)]
    }
    let finding = question.finding
    var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
    line.append(finding.message)
    var head = line.wrapped(to: columns, indent: 2)
    if let place = finding.places.first?.place {
      head.append(StyledLine("at \(state.shown.name(of: place))", .filePath))
    }
    return head + [StyledLine()]
      + WaysList(question.ways, selected: session.selected, state).lines(
        columns: columns, isOpen: state.isWide)
  }

  /// What was answered so far, the latest first, as far as there is room.
  private func drawAnswers(below used: Int, in region: Region, on grid: inout CellGrid) {
    let rest = region.split(top: used).rest
    let lines = session.answered.reversed().map { answer in
      var line = StyledLine("\(answer.answer)  ", .textDim)
      line.append(answer.message, .textDim)
      return line
    }
    grid.put(lines, in: rest, state.glyphs)
  }
}
