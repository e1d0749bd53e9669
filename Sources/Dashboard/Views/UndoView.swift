import CellGrid
import Phrases
import Rewrite

/// The changes that were made, the newest first.
enum UndoView {
  static func draw(_ state: DashboardState, _ layout: Layout, on grid: inout CellGrid) {
    let (area, detail) = layout.undo
    let inner = grid.frame(area, title: spoken("changes"), isFocused: true, state.glyphs)
    guard let records = state.journal else {
      grid.put(
        spoken("reading the journal"), row: inner.row, column: inner.column + 1, CellStyle(.textDim)
      )
      return
    }
    guard !state.visible.undo.isEmpty else { return drawNone(records, state, inner, on: &grid) }
    let list = SelectableList(inner, state.undoList, state.glyphs)
    list.draw(count: state.visible.undo.count, on: &grid) { index in
      line(records[state.visible.undo[index]], in: records)
    }
    guard !detail.isEmpty, let record = state.selectedRecord else { return }
    let below = grid.frame(detail, title: spoken("what it changed"), state.glyphs).inset(columns: 1)
    grid.put(
      state.changePage(record).lines.flatMap { $0.wrapped(to: below.columns, indent: 2) },
      in: below, state.glyphs)
  }

  private static func line(_ record: JournalRecord, in records: [JournalRecord]) -> StyledLine {
    var line = StyledLine()
    guard let entry = record.entry else {
      line.append(record.id, .textDim)
      line.append(spoken("  damaged, or of another version"), .severityWarning)
      return line
    }
    line.append(entry.made, .textDim)
    let isUndone = records.undoing(record.id) != nil
    let fate = isUndone ? spoken("undone") : record.outcome.rawValue.lowercased()
    let isDone = record.outcome == .done
    line.append(
      "  \(fate.padded(to: 9))", isUndone ? .textDim : isDone ? .severityOK : .severityWarning)
    if !record.isChained { line.append(spoken("! journal changed before it  "), .severityWarning) }
    line.append(words(of: entry, in: records), isUndone ? .textDim : .text)
    let files = entry.plan.files.map(\.path).joined(separator: " ")
    line.append("  \(files)", .filePath)
    if !entry.actor.login.isEmpty { line.append("  \(entry.actor.login)", .textDim) }
    return line
  }

  /// What was done; of an undoing what it took back, by the time that stands in the list.
  private static func words(of entry: JournalEntry, in records: [JournalRecord]) -> String {
    let reasons = entry.plan.reasons.joined(separator: "; ")
    guard let id = entry.undoes, let undone = records.first(where: { $0.id == id })?.entry else {
      return reasons
    }
    return undone.undoes == nil
      ? spoken("undo of \(undone.made): \(undone.plan.reasons.joined(separator: "; "))")
      : spoken("undo of \(undone.made)")
  }

  private static func drawNone(
    _ records: [JournalRecord], _ state: DashboardState, _ region: Region, on grid: inout CellGrid
  ) {
    let text =
      records.isEmpty
      ? spoken("no change was made yet; what is written here can be taken back from here")
      : spoken("no change matches \(state.filter)")
    let lines = StyledLine(text, .textDim).wrapped(to: region.columns - 2)
    grid.put(lines, in: region.inset(columns: 1), state.glyphs)
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}
