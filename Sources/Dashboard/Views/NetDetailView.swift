import CellGrid
import Phrases
import Rules

/// Below the panes: what was found about the selection and how to mend it, or what the selection is.
struct NetDetailView {
  private let state: DashboardState
  private let left: Region
  private let right: Region

  init(_ state: DashboardState, _ region: Region) {
    self.state = state
    (left, right) = region.split(left: region.columns * 11 / 20)
  }

  func draw(on grid: inout CellGrid) {
    if let finding = state.currentFinding {
      draw(finding, on: &grid)
    } else if let row = state.currentRow {
      draw(RowFacts(row, state), on: &grid)
    } else {
      frame(left, "", on: &grid)
      frame(right, "", on: &grid)
    }
  }

  private func draw(_ finding: Finding, on grid: inout CellGrid) {
    let inner = frame(
      left, spoken("EVIDENCE  \(finding.severity.letter) \(finding.rule.text)"), on: &grid)
    note(count, in: left, on: &grid)
    grid.put(
      EvidenceView(finding: finding, state: state, columns: inner.columns).lines(inner.rows),
      in: inner,
      state.glyphs)
    let key = state.keys.keys(of: .fix).first?.name ?? "f"
    let fix = frame(right, spoken("RECOMMENDED FIX"), on: &grid)
    if state.knownWays(for: finding)?.isEmpty != true {
      note(spoken("\(key) opens the ways"), in: right, on: &grid)
    }
    grid.put(
      FixPreviewView(finding, state, columns: fix.columns).lines(fix.rows), in: fix, state.glyphs)
  }

  /// Which of several findings about the row this is.
  private var count: String {
    guard let row = state.currentRow, let index = state.currentFindingIndex else { return "" }
    let all = state.shown.findings(about: row)
    guard all.count > 1, let number = all.firstIndex(of: index) else { return "" }
    return spoken("\(number + 1) of \(all.count) here")
  }

  private func draw(_ facts: RowFacts, on grid: inout CellGrid) {
    let inner = frame(left, spoken("SELECTED"), on: &grid)
    let lines = [facts.title, StyledLine()] + facts.lines
    grid.put(
      lines.flatMap { $0.wrapped(to: inner.columns, indent: 9) }, in: inner, state.glyphs)
    let source = frame(right, spoken("WHERE IT IS WRITTEN"), on: &grid)
    grid.put(excerpts(facts, source), in: source, state.glyphs)
  }

  private func excerpts(_ facts: RowFacts, _ region: Region) -> [StyledLine] {
    let places = facts.places
    if places.isEmpty { return [StyledLine(spoken("in no file"), .textDim)] }
    return places.flatMap { place -> [StyledLine] in
      let head = StyledLine(state.shown.name(of: place), .filePath)
      guard let excerpt = SourceExcerpt(place, state.shown, state.glyphs) else { return [head] }
      return [head] + [excerpt.context(-1)].compactMap { $0 } + excerpt.hit(region.columns)
        + [excerpt.context(1)].compactMap { $0 }
    }
  }

  @discardableResult
  private func frame(_ region: Region, _ title: String, on grid: inout CellGrid) -> Region {
    grid.frame(region, title: title, state.glyphs).inset(columns: 1)
  }

  /// A few words at the right of the border above.
  private func note(_ text: String, in region: Region, on grid: inout CellGrid) {
    guard !text.isEmpty else { return }
    grid.put(
      " \(text) ", row: region.row,
      column: region.column + region.columns - displayWidth(text) - 4, CellStyle(.textDim))
  }
}
