import CellGrid
import HostModel
import Rewrite
import Rules
import SourceText

/// What follows from the rest of the state.
extension DashboardState {
  /// Works out what is shown, and keeps the selections within it.
  mutating func refresh() {
    // what is looked for in the help hides nothing of the host, whose selection would be lost
    let hostFilter = view == .help ? "" : filter
    let basis = VisibleEntries.Basis(
      filter: hostFilter, showsOnlyProblems: showsOnlyProblems, shown: shown, boot: bootPicture,
      openRuns: openRuns)
    if !basis.isSame(as: visible.basis) {
      let before = visible.basis?.shown === shown ? visible : nil
      visible.basis = basis
      let filter = LineFilter(hostFilter)
      visible.net = visibleRows(filter)
      visible.findings = visibleFindings(filter)
      visible.boot = visibleBootLines(filter)
      net.follow(before?.net, to: visible.net)
      findings.follow(before?.findings, to: visible.findings)
      boot.follow(before?.basis?.boot === bootPicture ? before?.boot : nil, to: visible.boot)
    }
    visible.help = view == .help ? visibleHelp(LineFilter(filter)) : []
    visible.undo = visibleChanges(LineFilter(hostFilter))
    settle()
  }

  /// Keeps every selection within its list and on the screen.
  private mutating func settle() {
    let layout = Layout(self)
    net.keep(within: visible.net.count)
    net = settledNet(layout)
    findings.keep(within: visible.findings.count)
    findings.scroll(toShow: layout.findingRows, of: visible.findings.count)
    if view == .findings, isFindingOpen {
      detailScroll = min(detailScroll, FindingView.scrollLimit(self))
    }
    boot.keep(within: visible.boot.count)
    boot.scroll(toShow: layout.bootRows, of: visible.boot.count)
    undoList.keep(within: visible.undo.count)
    undoList.scroll(toShow: layout.undoRows, of: visible.undo.count)
    helpList.keep(within: visible.help.count)
    helpList.scroll(toShow: layout.listRows, of: visible.help.count)
    guard view == .map else { return }
    if addressMap == nil { addressMap = AddressMap(shown) }
    map.network = min(max(map.network, 0), max((addressMap?.networks.count ?? 0) - 1, 0))
    map.cell = min(max(map.cell, 0), max((network?.count ?? 0) - 1, 0))
  }

  /// The main view's selection on the screen: every group of rows has a heading there.
  private func settledNet(_ layout: Layout) -> ListPosition {
    var position = net
    let height = layout.netRowHeight
    position.scroll(toShow: layout.netLines, of: visible.net.count) { index in
      (height + 1, height + (startsGroup(index) ? 1 : 0))
    }
    return position
  }

  private func visibleRows(_ filter: LineFilter) -> [Int] {
    if !showsOnlyProblems, filter.isEmpty { return Array(shown.rows.indices) }
    return shown.rows.indices.filter { index in
      let row = shown.rows[index]
      if showsOnlyProblems, shown.severity(of: row).map({ $0 > .info }) != true,
        shown.doubt(of: row) == nil
      {
        return false
      }
      return filter.isEmpty || filter.shows(texts(of: row))
    }
  }

  private func texts(of row: NetRow) -> [String] {
    var texts = [
      row.address?.description, shown.interface(of: row)?.name, shown.jail(of: row)?.name,
      row.place.map { shown.name(of: $0) },
    ].compactMap { $0 }
    if case .inside(let interface) = row.kind { texts.append(interface) }
    return texts
  }

  private func visibleFindings(_ filter: LineFilter) -> [Int] {
    shown.findings.indices.filter { index in
      let finding = shown.findings[index]
      return (!showsOnlyProblems || finding.severity > .info)
        && (filter.isEmpty || filter.shows(texts(of: finding)))
    }
  }

  private func texts(of finding: Finding) -> [String] {
    [finding.message, finding.rule.text] + finding.jails + finding.places.map(\.place.path)
  }

  private func visibleBootLines(_ filter: LineFilter) -> [Int] {
    let picture = bootPicture
    if !showsOnlyProblems, filter.isEmpty { return picture.bootLines.indices(opening: openRuns) }
    var found: [Int] = []
    var heading: Int?
    var isShown = false
    for (index, line) in picture.bootLines.enumerated() {
      switch line {
      case .netif, .jail, .trial:
        heading = index
        guard filter.isEmpty, picture.isProblem(heading: line) else { continue }
        found.append(index)
        heading = nil
      case .step(let number):
        let step = picture.forecast.step(number)
        isShown =
          (!showsOnlyProblems || step.outcome != .ok || step.isRollback
            || picture.doubtfulSteps[number] != nil)
          && filter.shows([step.commandLine, step.jail ?? "", step.message])
        guard isShown else { continue }
        if let known = heading { found.append(known) }
        heading = nil
        found.append(index)
      case .printed, .reason: if isShown { found.append(index) }
      case .run: continue
      }
    }
    return found
  }

  private func visibleHelp(_ filter: LineFilter) -> [Int] {
    commandTable.indices.filter { index in
      let record = commandTable[index]
      return filter.shows(
        [record.name, record.title, record.help] + keys.keys(of: record.command).map(\.name))
    }
  }

  private func visibleChanges(_ filter: LineFilter) -> [Int] {
    let records = journal ?? []
    return records.indices.reversed().filter { index in
      let record = records[index]
      return filter.isEmpty
        || filter.shows([record.id] + (record.entry?.plan.reasons ?? []))
    }
  }
}
