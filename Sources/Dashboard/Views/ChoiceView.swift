import CellGrid
import Phrases
import Reports
import Rules
import SourceText

/// A finding with the ways to mend it, and beside or below them what the selected one changes: the
/// chooser, and the question of a guided session.
struct ChoiceView {
  private let state: DashboardState
  private let title: String
  private let selected: Int
  private let scroll: Int
  private let panes: ChoicePanes
  private let head: [StyledLine]
  private let hasWays: Bool
  private let change: ScrolledLines
  /// What stands below the ways, where there is room.
  private let answers: [StyledLine]

  init(_ chooser: Chooser, _ state: DashboardState, _ region: Region) {
    let choice = Choice(
      finding: chooser.finding, ways: chooser.ways, selected: chooser.selected,
      excerpt: ChangeExcerpt(state.shown))
    self.init(
      title: spoken("fix  \(chooser.finding.rule.text)"), choice, selected: chooser.selected,
      scroll: chooser.scroll, answers: [], state, region)
  }

  init(_ session: GuidedSession, _ state: DashboardState, _ region: Region) {
    let number = session.guide?.number ?? session.answered.count + 1
    let chosen = session.guide?.session.chosen.count ?? 0
    let choice = session.guide.flatMap { guide in
      guide.question.map { question in
        Choice(
          finding: question.finding, ways: question.ways, selected: session.selected,
          excerpt: ChangeExcerpt(guide.session.current.capture))
      }
    }
    let rest = session.guide?.rest ?? 0
    let title =
      rest > 0
      ? spoken("session  finding \(number) of at most \(number + rest)  chosen \(chosen)")
      : spoken("session  finding \(number)  chosen \(chosen)")
    self.init(
      title: title, choice,
      selected: session.selected,
      scroll: session.scroll,
      answers: session.answered.reversed().map { answer in
        StyledLine("\(answer.answer)  \(answer.message)", .textDim)
      }, state, region)
  }

  private init(
    title: String, _ choice: Choice?, selected: Int, scroll: Int, answers: [StyledLine],
    _ state: DashboardState, _ region: Region
  ) {
    self.title = title
    self.selected = selected
    self.scroll = scroll
    self.answers = answers
    self.state = state
    hasWays = choice?.ways?.isEmpty != true
    panes = ChoicePanes(region, isWide: state.isWide) { columns in
      choice?.head(columns, rows: 1000, state).count ?? 1
    }
    let list = panes.list.inset(rows: 1, columns: 2)
    head = choice?.head(list.columns, rows: list.rows, state) ?? [Choice.pending(state)]
    change = Self.change(choice, in: panes.change.inset(rows: 1, columns: 2), state)
  }

  /// What the selected way changes: where there is little room the lines around a change go before a
  /// part of it does.
  private static func change(
    _ choice: Choice?, in region: Region, _ state: DashboardState
  ) -> ScrolledLines {
    guard let choice else { return ScrolledLines([], in: region) }
    if choice.ways?.isEmpty == true {
      return ScrolledLines(WaysByHand(choice.finding, state).lines(region.columns), in: region)
    }
    if state.isWide { return ScrolledLines(choice.change(context: 3), in: region) }
    let roomy = ScrolledLines(choice.change(context: 1), in: region)
    if roomy.scrollLimit == 0 { return roomy }
    let lines = choice.change(context: 0)
    let whole = ScrolledLines(lines, in: region)
    return whole.scrollLimit == 0
      ? whole
      : ScrolledLines(
        lines.map { line in
          line.window(region.columns, around: ChangeExcerpt.marked, keeping: 1, state.glyphs)
            .cut(to: region.columns, state.glyphs)
        },
        in: region)
  }

  var scrollLimit: Int { change.scrollLimit }

  func draw(on grid: inout CellGrid) {
    grid.fill(panes.list)
    grid.fill(panes.change)
    let inner = grid.frame(panes.list, title: title, isFocused: true, state.glyphs)
      .inset(columns: 1)
    grid.put(head, in: inner, state.glyphs)
    if panes.isSideBySide {
      grid.put(answers, in: inner.split(top: head.count + 1).rest, state.glyphs)
    }
    if !panes.change.isEmpty {
      let title =
        hasWays ? spoken("what way \(selected + 1) changes") : spoken("what can be done by hand")
      grid.frame(panes.change, title: title, state.glyphs)
      change.draw(from: scroll, on: &grid, state.glyphs)
    }
    let row = head.firstIndex { $0.isMarked(state.glyphs) } ?? 0
    grid.cursor = CellGrid.Position(row: inner.row + row, column: inner.column)
  }
}

/// What there is to choose from.
private struct Choice {
  let finding: Finding
  /// Nil while they are worked out.
  let ways: [ProvenFix]?
  let selected: Int
  let excerpt: ChangeExcerpt

  /// What is wrong and the ways to mend it, in so many rows: of the ways each has its line before
  /// more is told of the selected one.
  func head(_ columns: Int, rows: Int, _ state: DashboardState) -> [StyledLine] {
    var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
    line.append(finding.message)
    var message = line.wrapped(to: columns, indent: 2)
    guard let ways else { return message + [StyledLine(), Self.pending(state)] }
    if ways.isEmpty {
      return message + [StyledLine()]
        + WaysByHand(finding, state).reason.wrapped(to: columns)
    }
    let list = WaysList(ways, selected: selected, columns: columns, state)
    if state.isWide {
      return message + [StyledLine()] + list.lines(rows - message.count - 1)
    }
    let short = list.short(details: 0)
    // what is wrong was read before; what the way comes to was not
    let whole = list.short(details: rows).count
    var gap = [StyledLine()]
    if message.count + 1 + whole > rows { gap = [] }
    if message.count + whole > rows { message = [line.cut(to: columns, state.glyphs)] }
    let room = rows - message.count - gap.count
    return message + gap
      + (short.count < room
        ? list.short(details: room - short.count) : Array(Self.part(of: short, room, state.glyphs)))
  }

  /// The lines from the selected one on, when there is no room for all.
  private static func part(
    of lines: [StyledLine], _ rows: Int, _ glyphs: Glyphs
  ) -> ArraySlice<StyledLine> {
    let first = lines.firstIndex { $0.isMarked(glyphs) } ?? 0
    return lines.count <= rows ? lines[...] : lines[min(first, lines.count - rows)...].prefix(rows)
  }

  func change(context: Int) -> [StyledLine] {
    guard let ways, ways.indices.contains(selected) else { return [] }
    let edits = ways[selected].fix.edits
    if edits.isEmpty { return [StyledLine(spoken("this one has to be done by hand"))] }
    return excerpt.lines(edits, context: context)
  }

  static func pending(_ state: DashboardState) -> StyledLine {
    StyledLine(spoken("working out the ways and their proofs\(state.glyphs[.ellipsis])"), .textDim)
  }
}

extension StyledLine {
  /// It is that of the selected choice.
  fileprivate func isMarked(_ glyphs: Glyphs) -> Bool {
    pieces.first?.role == .selectionMark && text.hasPrefix(glyphs[.mark])
  }
}
