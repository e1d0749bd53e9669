import CellGrid
import Phrases
import Rules

/// Moving the selection, and opening and leaving what is selected.
extension DashboardState {
  mutating func move(_ command: Command) -> [Effect] {
    if command == .back, canStopWork { return stopWork() }
    if !overlays.isEmpty {
      moveInOverlay(command)
      return []
    }
    switch command {
    case .up: moveSelection(by: -1)
    case .down: moveSelection(by: 1)
    case .pageUp: moveSelection(by: -page)
    case .pageDown: moveSelection(by: page)
    case .first: moveSelection(by: -Int(Int32.max))
    case .last: moveSelection(by: Int(Int32.max))
    case .left: goLeft()
    case .right: goRight()
    case .nextPane: turnPane(by: 1)
    case .previousPane: turnPane(by: -1)
    case .open: return open()
    case .back:
      let isHome = view == .net && filter.isEmpty && !showsOnlyProblems
      if isHome, around.isOneOfMany { return perform(.quit) }
      goBack()
    case .nextFinding: turnFinding(by: 1)
    case .previousFinding: turnFinding(by: -1)
    case .nextPrefix: turnNetwork(by: 1)
    case .previousPrefix: turnNetwork(by: -1)
    default: break
    }
    return []
  }

  /// The wheel moves what the keys move.
  mutating func scroll(by lines: Int) -> [Effect] {
    if overlays.isEmpty { moveSelection(by: lines) } else { scrollOverlay(by: lines) }
    return []
  }

  private var page: Int { max(Layout(self).listRows - 1, 1) }

  private mutating func moveSelection(by distance: Int) {
    soughtFinding = nil
    switch view {
    case .net: moveInNet(by: distance)
    case .findings where isFindingOpen:
      detailScroll = max(detailScroll + distance.clamped(to: 10_000), 0)
    case .findings: findings.move(by: distance, of: visible.findings.count)
    case .boot: boot.move(by: distance, of: visible.boot.count)
    case .map: moveInMap(rows: distance)
    case .undo: undoList.move(by: distance, of: visible.undo.count)
    case .help: helpList.move(by: distance, of: visible.help.count)
    }
  }

  /// In the pane of interfaces one step is an interface, in that of jails a row with a jail.
  private mutating func moveInNet(by distance: Int) {
    let rows = visible.net
    guard isWide, abs(distance) == 1, pane != .aliases else {
      return net.move(by: distance, of: rows.count)
    }
    let start = rows.indices.contains(net.selected) ? shown.rows[rows[net.selected]] : nil
    var index = net.selected + distance
    while rows.indices.contains(index) {
      let row = shown.rows[rows[index]]
      let isStop =
        pane == .jails ? row.use != nil : row.interface != start?.interface
      if isStop { break }
      index += distance
    }
    guard rows.indices.contains(index) else { return }
    if pane == .interfaces, distance < 0 {
      // to the first row of that interface
      let interface = shown.rows[rows[index]].interface
      while index > 0, shown.rows[rows[index - 1]].interface == interface { index -= 1 }
    }
    net.select(index, of: rows.count)
  }

  private mutating func turnPane(by distance: Int) {
    switch view {
    case .net:
      let count = NetPane.allCases.count
      pane = NetPane(rawValue: (pane.rawValue + distance + count) % count) ?? .aliases
    case .findings: isFindingOpen.toggle()
    case .map: turnNetwork(by: distance)
    default: break
    }
  }

  private mutating func goLeft() {
    switch view {
    case .net: pane = NetPane(rawValue: pane.rawValue - 1) ?? pane
    case .findings: isFindingOpen = false
    case .boot: closeRun()
    case .map:
      soughtFinding = nil
      moveInMap(by: -1)
    default: break
    }
  }

  private mutating func goRight() {
    switch view {
    case .net: pane = NetPane(rawValue: pane.rawValue + 1) ?? pane
    case .findings: if currentFinding != nil { isFindingOpen = true }
    case .boot: if case .run(let steps)? = currentBootLine { openRuns.insert(steps.lowerBound) }
    case .map:
      soughtFinding = nil
      moveInMap(by: 1)
    default: break
    }
  }

  private mutating func open() -> [Effect] {
    switch view {
    case .boot where currentBootLine?.run != nil: turnRun()
    case .net, .boot, .map:
      guard let index = currentFindingIndex else {
        complain("\(spoken("open")): \(nothingWrong)")
        return []
      }
      select(finding: index)
      view = .findings
      soughtFinding = nil
      isFindingOpen = true
      detailScroll = 0
    case .findings:
      isFindingOpen = currentFinding != nil
      detailScroll = 0
    case .undo:
      if let record = selectedRecord { overlays.append(.text(changePage(record))) }
    case .help: return runSelectedHelp()
    }
    return []
  }

  private mutating func runSelectedHelp() -> [Effect] {
    guard visible.help.indices.contains(helpList.selected) else { return [] }
    let record = commandTable[visible.help[helpList.selected]]
    guard record.contexts.contains(.net), record.command != .help else {
      complain(spoken("\(record.title): press its key where it counts"))
      return []
    }
    if filter.isEmpty == false { filter = "" }
    view = .net
    return perform(record.command)
  }

  private mutating func goBack() {
    if isFindingOpen, view == .findings {
      isFindingOpen = false
    } else if !filter.isEmpty {
      filter = ""
    } else if showsOnlyProblems {
      showsOnlyProblems = false
    } else {
      turn(to: .net)
    }
  }

  /// Drops what hides lines.
  mutating func showAll() {
    filter = ""
    showsOnlyProblems = false
    refresh()
  }

  /// Selects a finding in the list of findings, whatever hides it.
  mutating func select(finding index: Int) {
    if !visible.findings.contains(index) {
      showAll()
    }
    if let position = visible.findings.firstIndex(of: index) {
      findings.select(position, of: visible.findings.count)
    }
  }

  /// Selects in the main view what the worst finding is about, and the finding when it is about no
  /// row.
  mutating func selectWorst() {
    guard let worst = shown.findings.first else { return }
    if let row = shown.row(for: worst), let position = visible.net.firstIndex(of: row) {
      net.select(position, of: visible.net.count)
    } else {
      soughtFinding = 0
    }
    refresh()
  }

}

extension Int {
  /// The nearest to it that is no further from 0 than a bound.
  fileprivate func clamped(to bound: Int) -> Int { Swift.min(Swift.max(self, -bound), bound) }
}
