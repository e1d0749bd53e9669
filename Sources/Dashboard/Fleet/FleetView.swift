package import CellGrid
import Phrases
import Reports

/// Draws the whole screen of many hosts.
package func render(_ state: FleetState) -> CellGrid {
  var grid = CellGrid(columns: state.size.columns, rows: state.size.rows)
  FleetView(state: state, layout: FleetLayout(state)).draw(on: &grid)
  return grid
}

private struct FleetView {
  let state: FleetState
  let layout: FleetLayout

  func draw(on grid: inout CellGrid) {
    drawTop(on: &grid)
    let inner = grid.frame(layout.list, title: title, isFocused: true, state.glyphs)
      .inset(columns: 1)
    let columns = FleetColumns(state.fleet, width: inner.columns - 2)
    let (head, rows) = inner.split(top: 1)
    grid.put(
      columns.heading(state.glyphs), row: head.row, column: head.column + 2,
      limit: head.columns - 2, state.glyphs)
    SelectableList(rows, state.list, state.glyphs).draw(count: state.fleet.hosts.count, on: &grid) {
      columns.line(state.fleet.hosts[$0], state.fleet.now, state.glyphs)
    }
    drawDetail(on: &grid)
    drawHints(on: &grid)
  }

  private var title: String {
    state.left > 0
      ? spoken("hosts  \(state.fleet.hosts.count) of \(state.total) read") : spoken("hosts")
  }

  private func drawTop(on grid: inout CellGrid) {
    grid.fill(layout.top, CellStyle(.barTop))
    let verdict = state.fleet.verdict
    var column = layout.top.column + 1
    let end = layout.top.columns
    column += grid.put(
      StyledLine(verdict.rawValue, verdict.role), row: layout.top.row, column: column,
      limit: end - column, state.glyphs)
    for (text, role) in [
      (state.fleet.summary, Role.barTop), (spoken("READ-ONLY"), .textDim), (state.place, .textDim),
    ] {
      column += 2
      let line = StyledLine(text, role)
      guard column + line.width <= end else { break }
      column += grid.put(
        line, row: layout.top.row, column: column, limit: end - column, on: .barTop, state.glyphs)
    }
  }

  private func drawDetail(on grid: inout CellGrid) {
    guard layout.detail.rows > 2 else { return }
    let name = state.selected?.label ?? spoken("no host")
    let inner = grid.frame(layout.detail, title: name, state.glyphs).inset(columns: 1)
    var lines = detail.flatMap { $0.wrapped(to: inner.columns, indent: 10) }
    if lines.count > inner.rows, inner.rows > 0 {
      let more = lines.count - inner.rows + 1
      lines = lines.prefix(inner.rows - 1) + [StyledLine(spoken("and \(more) more"), .textDim)]
    }
    grid.put(lines, in: inner, state.glyphs)
  }

  /// What is to be said of the selected host, and what it has in common with others.
  private var detail: [StyledLine] {
    if let complaint = state.complaint { return [StyledLine(complaint, .toastError)] }
    if let note = state.note { return [StyledLine(note)] }
    guard let host = state.selected else { return [] }
    var lines: [StyledLine] = []
    if let problem = host.problem {
      lines.append(.fact(spoken("not read"), problem, .severityUnknown))
    } else {
      var words = host.verdict.rawValue
      if !host.sinceWords.isEmpty { words += spoken(" since \(host.sinceWords)") }
      lines.append(.fact(spoken("verdict"), words, host.verdict.role))
      lines.append(.fact(spoken("jails"), host.allJailWords))
      if !host.findingWords.isEmpty { lines.append(.fact(spoken("findings"), host.findingWords)) }
    }
    let common = state.fleet.clashLines(of: host)
    lines += common.map { .fact(spoken("shared"), $0, .severityWarning) }
    let others = state.fleet.clashes.count - common.count
    if others > 0 {
      lines.append(
        .fact(
          spoken("elsewhere"),
          others == 1
            ? spoken("other hosts share 1 address or network")
            : spoken("other hosts share \(others) addresses and networks"), .textDim))
    }
    return lines
  }

  private func drawHints(on grid: inout CellGrid) {
    grid.fill(layout.hints, CellStyle(.barHint))
    if layout.detail.rows <= 2, let text = state.complaint ?? state.note {
      let role: Role = state.complaint == nil ? .toast : .toastError
      grid.put(
        StyledLine(" \(text)", role), row: layout.hints.row, column: layout.hints.column,
        limit: layout.hints.columns, state.glyphs)
      return
    }
    var column = layout.hints.column + 1
    for (command, title) in [
      (Command.open, spoken("open")), (.help, spoken("help")), (.back, spoken("leave")),
    ] {
      guard let key = state.keys.keys(of: command).first else { continue }
      column += grid.put(
        key.name, row: layout.hints.row, column: column, CellStyle(.barHintKey, on: .barHint))
      column += grid.put(
        " \(title)", row: layout.hints.row, column: column, CellStyle(.barHint, on: .barHint))
      column += 2
    }
  }
}
