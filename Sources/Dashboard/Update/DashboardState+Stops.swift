import HostModel
import Phrases
import Rules

/// Going from one thing that is wrong, or that can't be told, to the next.
extension DashboardState {
  /// What a key goes to.
  enum Stop: Hashable {
    case finding(Int)
    /// A row that can't be told what it comes to.
    case doubt(row: Int)
  }

  /// The findings, and behind them what can't be told, which the list of findings doesn't have.
  var stops: [Stop] {
    let findings = visible.findings.isEmpty ? Array(shown.findings.indices) : visible.findings
    return findings.map { .finding($0) }
      + (view == .findings ? [] : shown.doubtfulRows.map { .doubt(row: $0) })
  }

  /// The one that is selected; nil when none is.
  private var currentStop: Stop? {
    if let index = currentFindingIndex { return .finding(index) }
    return shown.doubtfulRows.first(where: isSelected).map { .doubt(row: $0) }
  }

  /// Whether the selection is of the same jail as a row, or the row itself.
  private func isSelected(_ index: Int) -> Bool {
    let jail = shown.rows[index].use?.jail
    switch view {
    case .net:
      guard visible.net.indices.contains(net.selected) else { return false }
      let row = visible.net[net.selected]
      return row == index || jail != nil && shown.rows[row].use?.jail == jail
    case .boot:
      if case .jail(let selected)? = currentBootLine { return selected == jail }
      let name = currentBootLine?.step.flatMap { bootPicture.forecast.step($0).jail }
      return name != nil && name == jail.map { shown.forecast.jails[$0].name }
    case .map: return mapAddress != nil && mapAddress == shown.rows[index].address
    case .findings, .undo, .help: return false
    }
  }

  mutating func turnFinding(by distance: Int) {
    let stops = stops
    let current = currentStop.flatMap { stops.firstIndex(of: $0) }
    let next = current.map { ($0 + distance + stops.count) % stops.count } ?? 0
    detailScroll = 0
    switch stops[next] {
    case .finding(let index): go(toFinding: index)
    case .doubt(let row): go(toDoubt: row)
    }
    if next == current, toast == nil { say(spoken("there is nothing else to go to")) }
  }

  private mutating func go(toFinding index: Int) {
    select(finding: index)
    let finding = shown.findings[index]
    switch view {
    case .net:
      // one that is about no row is shown in the list
      if let row = shown.row(for: finding) { show(row: row) } else { view = .findings }
    case .boot: if !show(stepOf: finding) { say(finding.message) }
    case .map:
      if finding.addresses.first.map({ show(address: $0) }) != true { say(finding.message) }
    case .findings, .undo, .help: break
    }
    soughtFinding = index
  }

  private mutating func go(toDoubt index: Int) {
    soughtFinding = nil
    let row = shown.rows[index]
    let isShown: Bool
    switch view {
    case .net:
      show(row: index)
      isShown = true
    case .boot: isShown = row.use.map { show(headingOf: $0.jail) } ?? false
    case .map: isShown = row.address.map { show(address: $0) } ?? false
    case .findings, .undo, .help: isShown = false
    }
    if !isShown, let doubt = shown.doubt(of: row) { say(spoken("it can't be told: \(doubt)")) }
  }
}
