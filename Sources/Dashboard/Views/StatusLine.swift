import CellGrid
import HostModel
import Phrases
import Rules

/// What was said last, or what is typed.
enum StatusLine {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    // on a small screen there is no line of its own: it goes over the keys
    let region = layout.status.isEmpty ? layout.hints : layout.status
    if case .prompt(let prompt)? = state.overlays.last {
      return draw(prompt, state, in: region, on: &grid)
    }
    if let toast = state.toast {
      grid.fill(region, CellStyle(toast.isError ? .toastError : .toast))
      let line = StyledLine(" \(toast.text)", toast.isError ? .toastError : .toast)
      grid.put(
        line, row: region.row, column: region.column, limit: region.columns, state.glyphs)
    } else if !layout.status.isEmpty {
      grid.put(
        standing(state), row: region.row, column: region.column + 1, limit: region.columns - 2,
        state.glyphs)
    }
  }

  /// What is worth saying when nothing was said.
  private static func standing(_ state: DashboardState) -> StyledLine {
    if let change = state.changeOnDisk {
      let key = state.keys.keys(of: .rescan).first?.name ?? "r"
      return StyledLine(
        spoken("\(change); \(key) reads it again and drops what is staged"), .severityWarning)
    }
    var line = StyledLine()
    if let standing = state.shown.standing {
      line.append(spoken("you are here: \(standing.clause)"), .textStrong)
    }
    let silenced = state.shown.analysis.examination.silenced.count
    if silenced > 0 {
      if !line.pieces.isEmpty { line.append("  ") }
      line.append(spoken("\(silenced) silenced"), .severityIgnored)
    }
    return line
  }

  private static func draw(
    _ prompt: Prompt, _ state: DashboardState, in region: Region, on grid: inout CellGrid
  ) {
    grid.fill(region, CellStyle(.input))
    let label =
      switch prompt.purpose {
      case .filter: "/"
      case .command: ":"
      case .reason: spoken("ignore, because: ")
      case .planPath: spoken("save the plan to: ")
      }
    // the end of what is typed has to be seen
    var text = prompt.text
    while displayWidth(label) + displayWidth(escapeForTerminal(text)) + 2 > region.columns,
      !text.isEmpty
    {
      text.removeFirst()
    }
    var column = region.column + 1
    column += grid.put(
      label, row: region.row, column: column, CellStyle(.textDim, on: .input))
    column += grid.put(text, row: region.row, column: column, CellStyle(.input))
    grid.cursor = CellGrid.Position(row: region.row, column: min(column, grid.columns - 1))
    if let first = prompt.completions.first, first.hasPrefix(prompt.text) {
      let rest = first.dropFirst(prompt.text.count)
      let others = prompt.completions.dropFirst().prefix(8).joined(separator: " ")
      grid.put(
        "\(rest)   \(others)", row: region.row, column: column,
        limit: region.column + region.columns - column, CellStyle(.textDim, on: .input))
    }
  }
}
