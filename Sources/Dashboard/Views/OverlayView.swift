import CellGrid
import Phrases

/// What lies over a view: it takes the whole body, so that nothing below it is half read.
enum OverlayView {
  static func draw(
    _ overlay: Overlay, _ state: DashboardState, _ layout: Layout, on grid: inout CellGrid
  ) {
    let region = layout.body
    switch overlay {
    case .prompt: return
    case .chooser(let chooser): ChoiceView(chooser, state, region).draw(on: &grid)
    case .guided(let session): ChoiceView(session, state, region).draw(on: &grid)
    case .confirm(let confirmation):
      ConfirmView(confirmation, state, region).draw(on: &grid)
    case .text(let page): TextView(page, state, region).draw(on: &grid)
    case .themes(let picker): ThemesView.draw(picker, state, region, on: &grid)
    }
  }

  /// How far the text of what is on top can be scrolled.
  static func scrollLimit(_ state: DashboardState) -> Int {
    let region = Layout(state).body
    return switch state.overlays.last {
    case .chooser(let chooser)?: ChoiceView(chooser, state, region).scrollLimit
    case .guided(let session)?: ChoiceView(session, state, region).scrollLimit
    case .confirm(let confirmation)?: ConfirmView(confirmation, state, region).scrollLimit
    case .text(let page)?: TextView(page, state, region).scrollLimit
    case .themes?, .prompt?, nil: 0
    }
  }
}

/// Lines that can be scrolled within a region.
struct ScrolledLines {
  private let lines: [StyledLine]
  private let region: Region

  /// - Parameter lines: broken to the width of the region.
  init(_ lines: [StyledLine], in region: Region) {
    self.region = region
    self.lines = lines.flatMap { $0.wrapped(to: region.columns, indent: 4) }
  }

  /// The last first line.
  var scrollLimit: Int { max(lines.count - region.rows, 0) }

  func draw(from scroll: Int, on grid: inout CellGrid, _ glyphs: Glyphs) {
    let first = min(max(scroll, 0), scrollLimit)
    grid.put(lines.dropFirst(first), in: region, glyphs)
    guard lines.count > region.rows, region.rows > 0 else { return }
    let shown = spoken("\(first + 1)-\(min(first + region.rows, lines.count)) of \(lines.count)")
    grid.put(
      " \(shown) ", row: region.row + region.rows,
      column: max(region.column + region.columns - shown.count - 3, region.column),
      CellStyle(.textDim))
  }
}
