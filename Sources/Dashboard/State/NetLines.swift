import Phrases

/// How the rows of the main view are laid out from line to line: each group has a heading, the first
/// one at the top of the screen even when its beginning is above it.
package struct NetLines: Sendable {
  /// What one line of the screen shows.
  package enum Line: Sendable, Hashable {
    case heading(NetGroup)
    /// The first line of the visible row with this position.
    case row(Int)
    /// A further line of it.
    case more(Int)
  }

  /// From the top, as many as there is room for.
  package let lines: [Line]

  package init(_ state: DashboardState) {
    let layout = Layout(state)
    let height = layout.netRowHeight
    var lines: [Line] = []
    var position = state.net.top
    while lines.count < layout.netLines, state.visible.net.indices.contains(position) {
      if lines.isEmpty || state.startsGroup(position) {
        lines.append(.heading(state.shown.rows[state.visible.net[position]].group))
      }
      lines.append(.row(position))
      for _ in 1..<max(height, 1) { lines.append(.more(position)) }
      position += 1
    }
    // a heading with nothing below it says nothing
    if lines.count >= layout.netLines, layout.netLines > 0,
      case .heading = lines[layout.netLines - 1]
    {
      self.lines = Array(lines.prefix(layout.netLines - 1))
    } else {
      self.lines = Array(lines.prefix(layout.netLines))
    }
  }
}

extension DashboardState {
  /// Which of the visible rows is selected, when not all are on the screen: `14 of 70`.
  package var netPosition: String? {
    let count = visible.net.count
    return count > Layout(self).netLines ? spoken("\(net.selected + 1) of \(count)") : nil
  }

  /// How many lines all visible rows take with their headings, in a table; a number of lines that is
  /// not below a limit is the limit.
  package func netLineCount(below limit: Int) -> Int {
    var count = 0
    for position in visible.net.indices {
      count += startsGroup(position) ? 2 : 1
      if count >= limit { return limit }
    }
    return count
  }

  /// Whether the visible row at a position is the first of its group.
  package func startsGroup(_ position: Int) -> Bool {
    guard position > 0 else { return true }
    return shown.rows[visible.net[position]].group != shown.rows[visible.net[position - 1]].group
  }
}
