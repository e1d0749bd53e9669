import CellGrid
import Phrases

/// What stands below the verdict where there is room for nothing else.
enum TooSmallView {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    let inner = region.inset(columns: 1)
    let quit = state.keys.keys(of: .quit).first?.name ?? "q"
    var lines = StyledLine(spoken("40x10 are needed for more; \(quit) leaves"), .severityWarning)
      .wrapped(to: inner.columns)
    if let toast = state.toast {
      lines += StyledLine(toast.text, toast.isError ? .toastError : .toast)
        .wrapped(to: inner.columns)
    }
    grid.put(lines, in: inner, state.glyphs)
  }
}
