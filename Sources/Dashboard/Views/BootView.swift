import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// The next boot, command by command.
enum BootView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    let (list, detail, outcome) = layout.boot
    drawList(state, layout, in: list, on: &grid)
    drawDetail(state, in: detail, on: &grid)
    guard !outcome.isEmpty else { return }
    let inner = grid.frame(outcome, title: spoken("when the boot is over"), state.glyphs).inset(
      columns: 1)
    let lines = BootOutcome(state, columns: inner.columns).lines(rows: inner.rows)
    grid.put(lines, in: inner, state.glyphs)
  }

  private static func drawList(
    _ state: DashboardState, _ layout: Layout, in region: Region, on grid: inout CellGrid
  ) {
    let inner = grid.frame(region, title: title(state), isFocused: true, state.glyphs)
      .inset(columns: layout.tier == .tiny ? 0 : 1)
    let lines = BootLineText(state, columns: inner.columns - 2)
    SelectableList(inner, state.boot, state.glyphs).draw(
      count: state.visible.boot.count, on: &grid
    ) { index in
      lines.line(state.bootPicture.bootLines[state.visible.boot[index]])
    }
    if state.visible.boot.isEmpty {
      grid.put(
        emptyText(state), row: inner.row, column: inner.column, limit: inner.columns, state.glyphs)
    }
  }

  private static func drawDetail(
    _ state: DashboardState, in region: Region, on grid: inout CellGrid
  ) {
    guard !region.isEmpty, let line = state.currentBootLine else { return }
    let detail = BootDetail(state, columns: region.columns - 4)
    let inner = grid.frame(region, title: detail.title(line), state.glyphs).inset(columns: 1)
    grid.put(detail.lines(line, rows: inner.rows), in: inner, state.glyphs)
  }

  /// Which boot it is, and how it goes.
  private static func title(_ state: DashboardState) -> String {
    let forecast = state.bootPicture.forecast
    let staged = state.staged.chosen.count
    var title =
      switch state.bootBasis {
      case .safe: spoken("the next boot with all safe fixes")
      case .staged where staged > 0: spoken("the next boot with \(staged) staged")
      case .now, .staged: spoken("the next boot, files as they are")
      }
    if let aborted = forecast.aborted { return title + spoken("  rc(8) ends early: \(aborted)") }
    title += spoken("  \(forecast.steps.count) commands")
    let failed = forecast.failedSteps.count
    if failed > 0 { title += ", \(failed) \(failed == 1 ? spoken("fails") : spoken("fail"))" }
    return title
  }

  private static func emptyText(_ state: DashboardState) -> StyledLine {
    if state.filter.isEmpty, state.bootPicture.assessment.verdict == .unknown {
      return StyledLine(spoken("nothing of it is known to fail"), .stepUnknown)
    }
    return state.filter.isEmpty
      ? StyledLine(spoken("\(state.glyphs[.yes]) nothing of it fails"), .severityOK)
      : StyledLine(spoken("no command has \"\(state.filter)\" in it; Esc shows all"))
  }
}
