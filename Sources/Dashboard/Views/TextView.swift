import CellGrid
import Phrases

/// Text to read.
struct TextView {
  private let page: TextPage
  private let state: DashboardState
  private let region: Region
  private let lines: ScrolledLines

  init(_ page: TextPage, _ state: DashboardState, _ region: Region) {
    self.page = page
    self.state = state
    self.region = region
    lines = ScrolledLines(page.lines, in: region.inset(rows: 1, columns: 2))
  }

  var scrollLimit: Int { lines.scrollLimit }

  func draw(on grid: inout CellGrid) {
    grid.fill(region)
    grid.frame(region, title: page.title, isFocused: true, state.glyphs)
    lines.draw(from: page.scroll, on: &grid, state.glyphs)
    grid.cursor = CellGrid.Position(row: region.row + 1, column: region.column + 2)
  }
}

/// What yes comes to, and the question.
struct ConfirmView {
  private let confirmation: Confirmation
  private let state: DashboardState
  private let region: Region
  private let inner: Region
  private let lines: ScrolledLines

  init(_ confirmation: Confirmation, _ state: DashboardState, _ region: Region) {
    self.confirmation = confirmation
    self.state = state
    self.region = region
    inner = region.inset(rows: 1, columns: 2)
    lines = ScrolledLines(
      confirmation.page.lines,
      in: Region(row: inner.row, column: inner.column, rows: inner.rows - 2, columns: inner.columns)
    )
  }

  var scrollLimit: Int { lines.scrollLimit }

  func draw(on grid: inout CellGrid) {
    grid.fill(region)
    grid.frame(region, title: title, isFocused: true, state.glyphs)
    lines.draw(from: confirmation.page.scroll, on: &grid, state.glyphs)
    let row = inner.row + inner.rows - 1
    var question = StyledLine("\(confirmation.question) ", .textStrong)
    question.append("y", .barHintKey)
    let isRoomy = question.width + 23 <= inner.columns
    question.append(isRoomy ? spoken(" yes, any other key no") : spoken(" yes, else no"), .textDim)
    grid.fill(Region(row: row, column: inner.column, rows: 1, columns: inner.columns))
    let used = grid.put(
      question, row: row, column: inner.column, limit: inner.columns, state.glyphs)
    grid.cursor = CellGrid.Position(
      row: row, column: min(inner.column + used, grid.columns - 1))
  }

  /// What it is about, with the host whose files are to be changed.
  private var title: String {
    let name = confirmation.host
    return name.isEmpty
      ? confirmation.page.title : spoken("\(confirmation.page.title)  on \(name)")
  }
}
