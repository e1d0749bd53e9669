import CellGrid
import HostModel
import Phrases
import Reports
import Rules
import SourceText

/// Below the table: what was found about the selection in a few lines, or what the selection is.
enum DetailStrip {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    let (rule, rest) = layout.detail.split(top: 1)
    let region = rest.inset(columns: 1)
    grid.fill(rule, with: state.glyphs[.horizontal], CellStyle(.paneBorder))
    let title = title(state)
    grid.put(
      title, row: rule.row, column: rule.column + 2, limit: rule.columns - 22, state.glyphs)
    var end = rule.columns - 2
    if let position = state.netPosition, rule.columns >= 60 {
      let text = StyledLine(" \(position) ", .textDim)
      end -= text.width
      grid.put(text, row: rule.row, column: rule.column + end, limit: text.width, state.glyphs)
      end -= 2
    }
    let legend = LinkGutter.legend(state.glyphs)
    if layout.tier == .table, 2 + title.width + 2 + legend.width <= end {
      grid.put(
        legend, row: rule.row, column: rule.column + end - legend.width, limit: legend.width,
        state.glyphs)
    }
    if let finding = state.currentFinding {
      let lines = lines(finding, state, columns: region.columns)
      let kept = lines.sorted { $0.rank < $1.rank }.prefix(region.rows).map(\.rank)
      grid.put(
        opened(lines.filter { kept.contains($0.rank) }, in: region), in: region, state.glyphs)
    } else if let row = state.currentRow {
      let lines = RowFacts(row, state).lines.enumerated().map { (rank: $0, line: $1) }
      grid.put(opened(lines, in: region), in: region, state.glyphs)
    }
  }

  /// The lines, of which those that are too long take more than one as far as rows are left.
  private static func opened(
    _ lines: [(rank: Int, line: StyledLine)], in region: Region
  ) -> [StyledLine] {
    var free = region.rows - lines.count
    var opened = lines.map { [$0.line] }
    for index in lines.indices.sorted(by: { lines[$0].rank < lines[$1].rank }) where free > 0 {
      let line = lines[index].line
      // below the words, not below what introduces them
      let wrapped = line.wrapped(to: region.columns, indent: line.margin)
      guard wrapped.count - 1 <= free else { continue }
      free -= wrapped.count - 1
      opened[index] = wrapped
    }
    return Array(opened.joined())
  }

  /// What stands on the rule.
  private static func title(_ state: DashboardState) -> StyledLine {
    if let finding = state.currentFinding {
      return StyledLine(" \(finding.severity.letter) \(finding.rule.text) ", finding.severity.role)
    }
    var title = StyledLine()
    guard let row = state.currentRow else { return title }
    title.append(" ")
    title.append(RowFacts(row, state).title)
    title.append(" ")
    return title
  }

  /// The lines from top to bottom, each with how soon it is left out: the highest rank first.
  private static func lines(
    _ finding: Finding, _ state: DashboardState, columns: Int
  ) -> [(rank: Int, line: StyledLine)] {
    var lines: [(rank: Int, line: StyledLine)] = [
      (0, StyledLine(finding.message, .textStrong))
    ]
    for (index, place) in finding.places.prefix(2).enumerated() {
      var line = StyledLine("\(EvidenceView.letter(index))      ", .textDim)
      line.append(state.glyphs.withoutMiddle(state.shown.name(of: place.place), 30), .filePath)
      line.append("  \(place.note)")
      lines.append((3 + index, line))
    }
    if let step = finding.step {
      var line = StyledLine(spoken("runs   "), .textDim)
      line.append(state.shown.forecast.step(step).commandLine, .textCode)
      lines.append((5, line))
    }
    if let text = finding.printedLine ?? finding.effect {
      var line = StyledLine(
        finding.printed == nil ? spoken("effect ") : spoken("prints "), .textDim)
      line.append(text, .stepFail)
      lines.append((2, line))
    }
    lines.append((1, fix(finding, state, columns: columns)))
    return lines
  }

  /// The recommended way in one line.
  private static func fix(
    _ finding: Finding, _ state: DashboardState, columns: Int
  ) -> StyledLine {
    let key = state.keys.keys(of: .fix).first?.name ?? "f"
    var line = StyledLine(key, .barHintKey)
    line.append(spoken(" fix").padded(to: max(7 - key.count, 5)), .textDim)
    guard let ways = state.knownWays(for: finding) else {
      line.append(spoken("working out the ways\(state.glyphs[.ellipsis])"), .textDim)
      return line
    }
    guard let way = ways.first else {
      line.append(spoken("no way to mend this can be proven"))
      return line
    }
    line.append("\(way.fix.applicability.word): ", way.fix.applicability.role)
    line.append(way.fix.title)
    guard ways.count > 1 else { return line }
    // it is not worth a line of its own
    let note = StyledLine(spoken("  (1 of \(ways.count) ways)"), .textDim)
    if line.width > columns || line.width + note.width <= columns { line.append(note) }
    return line
  }
}

extension StyledLine {
  /// How far its words are in from the left, when something dimmed introduces them.
  fileprivate var margin: Int {
    guard pieces.count > 1, let first = pieces.first, first.role != .textStrong else { return 2 }
    let label = pieces.prefix { [.textDim, .barHintKey].contains($0.role) }
    return label.reduce(0) { $0 + displayWidth($1.text) }
  }
}
