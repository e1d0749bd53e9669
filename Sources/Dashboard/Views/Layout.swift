package import CellGrid

/// Which part of the screen shows what.
///
/// From 120 by 30 cells there are three panes side by side; below that one table. Bars go before
/// content does, and on the smallest screens the verdict is all there is.
package struct Layout: Sendable {
  /// How much there is room for.
  package enum Tier: Sendable, Comparable {
    /// Less than 40 by 10: the verdict and how to leave.
    case line
    /// From 40 by 10: two lines for an address.
    case tiny
    /// From 60 columns: one line without names of variables.
    case narrow
    /// From 80 columns: one table with a strip below.
    case table
    /// From 120 by 30: panes side by side.
    case wide
  }

  /// How much there is room for.
  package let tier: Tier
  /// Verdict, counts and where this is.
  package let top: Region
  /// The names of the views.
  package let tabs: Region
  /// What the view has.
  package let body: Region
  /// What is said, or typed.
  package let status: Region
  /// The keys that count.
  package let hints: Region
  /// Of the main view: what keeps the rest from being the whole truth; empty when nothing does.
  package let notice: Region
  /// Of the main view: the list or the panes.
  package let list: Region
  /// Of the main view: what is behind the selection.
  package let detail: Region
  private let findingCount: Int
  private let changeCount: Int

  package init(_ state: DashboardState) {
    let size = state.size
    let screen = Region(row: 0, column: 0, rows: size.rows, columns: size.columns)
    tier = Self.tier(of: size)
    let isTall = size.rows >= 14
    var (top, rest) = screen.split(top: 1)
    self.top = top
    (top, rest) = rest.split(top: tier == .line ? 0 : 1)
    tabs = top
    let bars = tier == .line ? 0 : isTall ? 2 : 1
    (body, rest) = rest.split(top: rest.rows - bars)
    (status, hints) = rest.split(top: isTall ? 1 : 0)
    var detailRows =
      switch tier {
      case .line: 0
      case .tiny: body.rows >= 10 ? 3 : 0
      case .narrow: body.rows >= 12 ? 5 : body.rows >= 8 ? 3 : 0
      case .table: body.rows >= 18 ? 7 : body.rows >= 12 ? 5 : 3
      case .wide: min(max(body.rows * 2 / 5, 13), 22)
      }
    let hasNotice = tier > .line && state.shown.notice != nil
    if state.view == .net, tier == .table {
      // what a short table leaves goes to the strip
      let free = body.rows - detailRows - (hasNotice ? 1 : 0) - 1
      detailRows += min(max(free - state.netLineCount(below: free), 0), 3)
    }
    let content: Region
    (content, detail) = body.split(top: body.rows - detailRows)
    (notice, list) = content.split(top: hasNotice ? 1 : 0)
    findingCount = state.visible.findings.count
    changeCount = state.visible.undo.count
  }

  private static func tier(of size: ScreenSize) -> Tier {
    if size.columns < 40 || size.rows < 10 { return .line }
    if size.columns < 60 { return .tiny }
    if size.columns < 80 { return .narrow }
    return size.columns >= 120 && size.rows >= 30 ? .wide : .table
  }

  /// How many lines the main view has for rows and the headings of their groups.
  package var netLines: Int {
    switch tier {
    case .line: 0
    case .tiny: list.rows
    case .narrow, .table: max(list.rows - 1, 0)
    case .wide: max(list.rows - 3, 0)
    }
  }

  /// The first of these lines on the screen.
  package var netTop: Int {
    switch tier {
    case .line, .tiny: list.row
    case .narrow, .table: list.row + 1
    case .wide: list.row + 2
    }
  }

  /// How many lines a row of the main view takes.
  package var netRowHeight: Int { tier == .tiny ? 2 : 1 }

  /// Of the list of findings: the list, and beside or below it what the selected one is about.
  package var findings: (list: Region, detail: Region) {
    guard tier == .wide else {
      // what a short list leaves goes to the detail
      let rows = min(findingCount * findingHeight + 2, list.rows)
      let isAlone = detail.isEmpty || findingCount == 0
      let (list, rest) = body.split(top: isAlone ? body.rows : rows)
      return (list, rest)
    }
    let columns = min(max(body.columns - 74, body.columns * 2 / 5), body.columns / 2)
    let (left, right) = body.split(left: columns)
    return (left, right)
  }

  /// Of the boot view: the commands, what the selected one means, and beside them what the boot
  /// leads to, where there is room for that.
  package var boot: (list: Region, detail: Region, outcome: Region) {
    let side = tier == .wide ? 44 : 0
    let upper = list.split(left: list.columns - side)
    let lower = detail.split(left: detail.columns - side)
    let outcome = body.split(left: body.columns - side).rest
    return (upper.left, lower.left, outcome)
  }

  /// Of the changes that were made: the list, and below it what the selected one did, where there is
  /// room for that.
  package var undo: (list: Region, detail: Region) {
    let isAlone = changeCount == 0 || body.rows < 16
    let (list, rest) = body.split(top: isAlone ? body.rows : min(changeCount + 2, body.rows / 2))
    return (list, rest)
  }

  /// How many changes are listed at once.
  package var undoRows: Int { max(undo.list.rows - 2, 1) }

  /// How many rows a finding takes in the list.
  package var findingHeight: Int { tier == .wide ? 3 : tier == .tiny ? 2 : 1 }

  /// How many findings are listed at once.
  package var findingRows: Int { max((findings.list.rows - 2) / findingHeight, 1) }

  /// How many entries of a list that fills the body are shown at once, in a frame with a heading.
  package var listRows: Int { max(body.rows - 2, 1) }

  /// How many lines of the boot view are shown at once; below them is what the selected one means.
  package var bootRows: Int { max(list.rows - 2, 1) }
}

extension DashboardState {
  /// There is room for panes side by side.
  package var isWide: Bool { Layout(self).tier == .wide }
}
