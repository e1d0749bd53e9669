import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// The list of findings, and what the selected one is about.
enum FindingsView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    let (list, detail) = layout.findings
    let inner = grid.frame(list, title: title(state), isFocused: true, state.glyphs)
      .inset(columns: layout.tier == .tiny ? 0 : 1)
    if state.visible.findings.isEmpty {
      let lines = emptyText(state).flatMap { $0.wrapped(to: inner.columns) }
      grid.put(lines, in: inner, state.glyphs)
      return
    }
    let height = layout.findingHeight
    for number in 0..<layout.findingRows {
      let index = state.findings.top + number
      guard state.visible.findings.indices.contains(index) else { break }
      let region = Region(
        row: inner.row + number * height, column: inner.column,
        rows: min(height, inner.rows - number * height), columns: inner.columns)
      let finding = state.shown.findings[state.visible.findings[index]]
      let isSelected = index == state.findings.selected
      if isSelected {
        grid.lay(.selection, under: region)
        grid.cursor = CellGrid.Position(row: region.row, column: region.column)
      }
      let lines = FindingEntry(finding: finding, state: state, columns: inner.columns)
        .lines(isSelected: isSelected, rows: region.rows, isTable: layout.tier == .table)
      for (offset, line) in lines.enumerated() {
        grid.put(
          line, row: region.row + offset, column: region.column, limit: region.columns,
          on: isSelected ? .selection : nil, state.glyphs)
      }
    }
    drawPart(state, layout, in: list, on: &grid)
    drawDetail(state, layout, in: detail, on: &grid)
  }

  /// Which findings are shown, when not all are.
  private static func drawPart(
    _ state: DashboardState, _ layout: Layout, in list: Region, on grid: inout CellGrid
  ) {
    let (count, rows, top) = (state.visible.findings.count, layout.findingRows, state.findings.top)
    guard count > rows else { return }
    let part = spoken(" \(top + 1)-\(min(top + rows, count)) of \(count) ")
    grid.put(
      part, row: list.row + list.rows - 1,
      column: max(list.column + list.columns - part.count - 2, list.column), CellStyle(.textDim))
  }

  private static func drawDetail(
    _ state: DashboardState, _ layout: Layout, in region: Region, on grid: inout CellGrid
  ) {
    guard !region.isEmpty, let finding = state.currentFinding else { return }
    let inner = grid.frame(region, title: finding.rule.text, state.glyphs).inset(columns: 1)
    let story = FindingStory(state: state, finding: finding, columns: inner.columns)
    let lines = inner.rows > 8 ? story.all : story.summary
    let isCut = lines.count > inner.rows
    grid.put(lines.prefix(inner.rows), in: inner, state.glyphs)
    if isCut {
      let key = state.keys.keys(of: .open).first?.name ?? "Enter"
      let note = spoken(" \(key) shows all \(state.glyphs[.ellipsis]) ")
      grid.put(
        note, row: region.row + region.rows - 1,
        column: region.column + region.columns - note.count - 2, CellStyle(.textDim))
    }
  }

  /// How many there are of each kind.
  private static func title(_ state: DashboardState) -> String {
    let examination = state.shown.analysis.examination
    let all = examination.findings
    var parts = [Severity.error, .warning, .info].compactMap { severity -> String? in
      let count = examination.count(of: severity)
      return count == 0 ? nil : severity.count(count)
    }
    if !examination.silenced.isEmpty {
      parts.append(spoken("\(examination.silenced.count) silenced"))
    }
    let shown = state.visible.findings.count
    let some = shown < all.count ? spoken("  \(shown) of \(all.count) shown") : ""
    return spoken("findings") + (parts.isEmpty ? "" : "  \(parts.joined(separator: ", "))") + some
  }

  /// What stands where there is nothing to list.
  private static func emptyText(_ state: DashboardState) -> [StyledLine] {
    let count = state.shown.findings.count
    if count > 0 {
      let what =
        state.filter.isEmpty
        ? spoken("nothing here is worse than a note")
        : spoken("no finding has \"\(state.filter)\" in it")
      let all = count == 1 ? spoken("the one there is") : spoken("all \(count)")
      return [StyledLine(what), StyledLine(spoken("Esc shows \(all)"), .textDim)]
    }
    var line = StyledLine(state.glyphs[.yes] + spoken(" nothing was found"), .severityOK)
    let assessment = state.shown.assessment
    switch assessment.verdict {
    case .unknown:
      line = StyledLine(
        spoken("nothing was found, but not everything can be told"), .severityUnknown)
      return [line, StyledLine(spoken("the boot view says what and why"), .textDim)]
    case .safe, .safeWithWarnings, .notSafe:
      line.append(
        state.shown.forecast.jails.isEmpty
          ? spoken(": this host has no jails")
          : spoken(": every jail comes back after the next boot"))
      return [line]
    }
  }
}

extension FindingsView {
  /// The entry of the list at a cell of the screen.
  static func entry(row: Int, column: Int, _ state: DashboardState) -> Int? {
    let layout = Layout(state)
    let list = layout.findings.list
    guard list.contains(row: row, column: column), row > list.row else { return nil }
    let number = (row - list.row - 1) / layout.findingHeight
    let index = state.findings.top + number
    return number < layout.findingRows && index < state.visible.findings.count ? index : nil
  }
}
